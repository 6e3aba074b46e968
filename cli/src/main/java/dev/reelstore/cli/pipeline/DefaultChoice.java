package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which rendition players should take first. */
final class DefaultChoice {

    /** Sharp enough for most screens before sharper than most connections bear. */
    private static final List<QualityLevel> PREFERENCE = List.of(
            QualityLevel.LEVEL_720P, QualityLevel.LEVEL_1080P, QualityLevel.LEVEL_480P, QualityLevel.LEVEL_360P);

    /** By the measured picture, since the original may be anything. */
    private static final Comparator<VideoQuality> TALLEST_FIRST =
            Comparator.comparing(DefaultChoice::height).reversed().thenComparing(VideoQuality.BEST_FIRST);

    private DefaultChoice() {}

    /** The preferred one of those that are READY, else the one with the tallest picture; empty when none is READY. */
    static Optional<VideoQuality> among(Collection<VideoQuality> qualities) {
        List<VideoQuality> ready = qualities.stream()
                .filter(quality -> quality.status() == QualityStatus.READY)
                .sorted(TALLEST_FIRST)
                .toList();
        return PREFERENCE.stream()
                .flatMap(level -> ready.stream().filter(quality -> quality.level() == level))
                .findFirst()
                .or(() -> ready.stream().findFirst());
    }

    private static int height(VideoQuality quality) {
        Integer measured = quality.facts().height();
        return measured == null ? quality.level().lines() : measured;
    }
}
