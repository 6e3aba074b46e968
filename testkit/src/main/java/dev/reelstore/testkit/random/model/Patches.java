package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.QualityField;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoField;
import dev.reelstore.domain.video.VideoPatch;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What patches make of what was there: what is set is set, what is cleared is unknown, all else stays. */
final class Patches {

    private Patches() {}

    static Video patched(Video old, VideoPatch patch, Instant now) {
        Set<VideoField> cleared = patch.cleared();
        return new Video(
                old.id(),
                old.externalId(),
                old.sourceHash(),
                next(cleared, VideoField.CHANNEL, patch.channel(), old.channel()),
                next(cleared, VideoField.TITLE, patch.title(), old.title()),
                next(cleared, VideoField.DESCRIPTION, patch.description(), old.description()),
                next(cleared, VideoField.URL, patch.url(), old.url()),
                next(cleared, VideoField.THUMBNAIL_URL, patch.thumbnailUrl(), old.thumbnailUrl()),
                next(cleared, VideoField.DURATION, patch.duration(), old.duration()),
                next(cleared, VideoField.USER_ID, patch.userId(), old.userId()),
                set(patch.views(), old.views()),
                set(patch.likes(), old.likes()),
                set(patch.status(), old.status()),
                old.createdAt(),
                now);
    }

    static VideoQuality patched(VideoQuality old, QualityPatch patch, Instant now) {
        QualityStatus status = set(patch.status(), old.status());
        return new VideoQuality(
                old.id(),
                old.video(),
                old.level(),
                old.variant(),
                set(patch.url(), old.url()),
                status,
                old.isDefault() && status != QualityStatus.FAILED,
                facts(old.facts(), patch),
                audio(old.audio(), patch),
                next(patch.cleared(), QualityField.ENCODING_TIME, patch.encodingTime(), old.encodingTime()),
                set(patch.processingStartedAt(), old.processingStartedAt()),
                completed(old, patch, now),
                old.createdAt(),
                now);
    }

    private static @Nullable Instant completed(VideoQuality old, QualityPatch patch, Instant now) {
        if (patch.status() == null) {
            return old.processingCompletedAt();
        }
        return patch.status() == QualityStatus.PROCESSING ? null : set(patch.processingCompletedAt(), now);
    }

    private static MediaFacts facts(MediaFacts old, QualityPatch patch) {
        Set<QualityField> cleared = patch.cleared();
        MediaFacts set = patch.facts();
        return new MediaFacts(
                next(cleared, QualityField.FILE_SIZE_BYTES, set.fileSizeBytes(), old.fileSizeBytes()),
                next(cleared, QualityField.WIDTH, set.width(), old.width()),
                next(cleared, QualityField.HEIGHT, set.height(), old.height()),
                next(cleared, QualityField.CODEC, set.codec(), old.codec()),
                next(cleared, QualityField.CONTAINER, set.container(), old.container()),
                next(cleared, QualityField.BITRATE_KBPS, set.bitrateKbps(), old.bitrateKbps()),
                next(cleared, QualityField.DURATION, set.duration(), old.duration()),
                next(cleared, QualityField.FPS, set.fps(), old.fps()),
                next(cleared, QualityField.PIXEL_FORMAT, set.pixelFormat(), old.pixelFormat()),
                next(cleared, QualityField.COLOR_SPACE, set.colorSpace(), old.colorSpace()),
                next(cleared, QualityField.COLOR_RANGE, set.colorRange(), old.colorRange()),
                next(cleared, QualityField.ASPECT_RATIO, set.aspectRatio(), old.aspectRatio()),
                next(cleared, QualityField.FRAMES, set.frames(), old.frames()));
    }

    private static AudioFacts audio(AudioFacts old, QualityPatch patch) {
        Set<QualityField> cleared = patch.cleared();
        AudioFacts set = patch.audio();
        return new AudioFacts(
                next(cleared, QualityField.AUDIO_CODEC, set.codec(), old.codec()),
                next(cleared, QualityField.AUDIO_BITRATE_KBPS, set.bitrateKbps(), old.bitrateKbps()),
                next(cleared, QualityField.AUDIO_SAMPLE_RATE_HZ, set.sampleRateHz(), old.sampleRateHz()),
                next(cleared, QualityField.AUDIO_CHANNELS, set.channels(), old.channels()));
    }

    private static <F, T> @Nullable T next(Set<F> cleared, F field, @Nullable T set, @Nullable T old) {
        if (cleared.contains(field)) {
            return null;
        }
        return set == null ? old : set;
    }

    private static <T> T set(@Nullable T set, T old) {
        return set == null ? old : set;
    }
}
