package dev.reelstore.cli.report;

import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A video with its renditions in list order and what was found in it, as {@code --json} shows it; times in UTC. */
public record VideoView(
        String id,
        @Nullable String externalId,
        @Nullable String sourceHash,
        String status,
        @Nullable String title,
        @Nullable String description,
        @Nullable String url,
        @Nullable String thumbnailUrl,
        @Nullable Double durationSeconds,
        @Nullable String userId,
        long views,
        long likes,
        String createdAt,
        String updatedAt,
        List<QualityView> qualities,
        FoundView found) {

    /** What is shown of this video. */
    public static VideoView of(Video video, List<VideoQuality> qualities, Found found) {
        return new VideoView(
                video.id().toString(),
                video.externalId(),
                video.sourceHash() == null ? null : video.sourceHash().hex(),
                video.status().name(),
                video.title(),
                video.description(),
                video.url(),
                video.thumbnailUrl(),
                QualityView.seconds(video.duration()),
                video.userId(),
                video.views(),
                video.likes(),
                video.createdAt().toString(),
                video.updatedAt().toString(),
                qualities.stream().map(QualityView::of).toList(),
                FoundView.of(found));
    }
}
