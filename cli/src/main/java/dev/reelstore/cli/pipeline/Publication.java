package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the store learns of a video when its job completes, to be written in one unit: the video, its renditions, the
 * default.
 *
 * @param hash of the source
 * @param source the file from which it was made
 * @param title what the video is called
 * @param probe what the source is
 * @param renditions all that were made of it
 */
record Publication(SourceHash hash, Path source, String title, MediaProbe probe, List<FinishedRendition> renditions) {

    /**
     * Writes it all.
     *
     * @return the job's result, which names the video
     */
    JsonDocument write(Stores stores) {
        Video video = stores.videos()
                .registerBySourceHash(NewVideo.ofSource(hash)
                        .title(title)
                        .url(source.toUri().toString())
                        .duration(probe.duration())
                        .status(VideoStatus.PUBLISHED))
                .video();
        stores.videos().updateStatus(video.id(), VideoStatus.PUBLISHED);
        List<VideoQuality> put = new ArrayList<>();
        for (FinishedRendition rendition : renditions) {
            put.add(stores.qualities().put(quality(video.id(), rendition)));
        }
        VideoQuality first = DefaultChoice.among(put)
                .orElseThrow(() -> new RecordNotFoundException("no rendition of " + title + " is READY", null));
        stores.qualities().setDefault(video.id(), first.id());
        return Json.document(Json.object().put(PipelineJobs.VIDEO_ID, video.id().toString()));
    }

    private static NewQuality quality(VideoId video, FinishedRendition rendition) {
        Path file = Objects.requireNonNull(Locations.read(rendition.location()), "location that was just written");
        return NewQuality.of(
                        video,
                        QualityLevel.parse(rendition.rung().level()),
                        file.toUri().toString())
                .ready(Facts.of(rendition.measured()))
                .audio(Facts.ofAudio(rendition.measured()))
                .encodingTime(Duration.ofMillis(rendition.encodingMillis()));
    }
}
