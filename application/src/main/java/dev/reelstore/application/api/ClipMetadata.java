package dev.reelstore.application.api;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A clip as an API shows it.
 *
 * @param clipId its id
 * @param title its title
 * @param order its place among the clips of its job
 * @param startSeconds where it begins in the medium
 * @param endSeconds where it ends in the medium
 * @param durationSeconds how long it is
 * @param location its path or object key, or null
 * @param thumbnail the path or object key of its thumbnail, or null
 * @param sizeBytes its length in bytes, or null
 */
public record ClipMetadata(
        String clipId,
        String title,
        int order,
        double startSeconds,
        double endSeconds,
        double durationSeconds,
        @Nullable String location,
        @Nullable String thumbnail,
        @Nullable Long sizeBytes) {

    /** Of this clip. */
    public static ClipMetadata of(Clip clip) {
        Check.present("clip", clip);
        return new ClipMetadata(
                clip.id().toString(),
                clip.title(),
                clip.order(),
                seconds(clip.range().start()),
                seconds(clip.range().end()),
                seconds(clip.range().length()),
                clip.location(),
                clip.thumbnail(),
                clip.sizeBytes());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1_000 / 1_000_000.0;
    }
}
