package dev.reelstore.cli.report;

import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.VideoQuality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rendition as {@code --json} shows it. */
public record QualityView(
        String level,
        String variant,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String codec,
        @Nullable String container,
        @Nullable Integer bitrateKbps,
        @Nullable Long fileSizeBytes,
        @Nullable Double durationSeconds,
        @Nullable Double fps,
        String status,
        boolean isDefault,
        String url) {

    /** What is shown of this rendition. */
    public static QualityView of(VideoQuality quality) {
        MediaFacts facts = quality.facts();
        return new QualityView(
                quality.level().label(),
                quality.variant(),
                facts.width(),
                facts.height(),
                facts.codec(),
                facts.container(),
                facts.bitrateKbps(),
                facts.fileSizeBytes(),
                seconds(facts.duration()),
                facts.fps(),
                quality.status().name(),
                quality.isDefault(),
                quality.url());
    }

    static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e9;
    }
}
