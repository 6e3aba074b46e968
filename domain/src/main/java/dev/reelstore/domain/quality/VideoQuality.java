package dev.reelstore.domain.quality;

import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A rendition of a video as it stood when it was read. All times are the store's, to the microsecond.
 *
 * @param id its identity
 * @param video whose rendition
 * @param level how good
 * @param variant tells renditions of one level apart; empty for the ordinary one
 * @param url where it lies
 * @param status whether it can be played
 * @param isDefault whether players take it first; at most one per video, never a FAILED one
 * @param facts what was measured in it
 * @param audio what was measured in its sound
 * @param encodingTime how long the rendering took, or null
 * @param processingStartedAt when the rendering began
 * @param processingCompletedAt when it became READY or FAILED; null while PROCESSING
 * @param createdAt when it was first put
 * @param updatedAt when it was last changed
 */
public record VideoQuality(
        QualityId id,
        VideoId video,
        QualityLevel level,
        String variant,
        String url,
        QualityStatus status,
        boolean isDefault,
        MediaFacts facts,
        AudioFacts audio,
        @Nullable Duration encodingTime,
        Instant processingStartedAt,
        @Nullable Instant processingCompletedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** The order of lists: 2160p first, the original last, and within a level the first put first. */
    public static final Comparator<VideoQuality> BEST_FIRST = Comparator.comparing(VideoQuality::level)
            .thenComparing(VideoQuality::createdAt)
            .thenComparing(VideoQuality::id);
}
