package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.NewQuality;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renditions that one statement keeps, and lists of their keys. */
record NewQualities(List<NewQuality> qualities) {

    private static final TextColumns<NewQuality> COLUMNS = new TextColumns<NewQuality>()
            .with("id", quality -> quality.id())
            .with("video_id", quality -> quality.video())
            .with("level", quality -> quality.level())
            .with("variant", quality -> quality.variant())
            .with("url", quality -> quality.url())
            .with("status", quality -> quality.status())
            .with("file_size_bytes", quality -> quality.facts().fileSizeBytes())
            .with("width", quality -> quality.facts().width())
            .with("height", quality -> quality.facts().height())
            .with("codec", quality -> quality.facts().codec())
            .with("container", quality -> quality.facts().container())
            .with("bitrate_kbps", quality -> quality.facts().bitrateKbps())
            .with("duration_micros", quality -> quality.facts().duration())
            .with("fps", quality -> quality.facts().fps())
            .with("pixel_format", quality -> quality.facts().pixelFormat())
            .with("color_space", quality -> quality.facts().colorSpace())
            .with("color_range", quality -> quality.facts().colorRange())
            .with("aspect_ratio", quality -> quality.facts().aspectRatio())
            .with("frames", quality -> quality.facts().frames())
            .with("audio_codec", quality -> quality.audio().codec())
            .with("audio_bitrate_kbps", quality -> quality.audio().bitrateKbps())
            .with("audio_sample_rate_hz", quality -> quality.audio().sampleRateHz())
            .with("audio_channels", quality -> quality.audio().channels())
            .with("encoding_micros", quality -> quality.encodingTime())
            .with("processing_started_at", quality -> quality.processingStartedAt());

    /** What the statement is given of them. */
    static Map<String, List<@Nullable String>> columns(List<NewQuality> qualities) {
        return COLUMNS.of(qualities);
    }

    List<UUID> ids() {
        return qualities.stream().map(quality -> quality.id().value()).toList();
    }

    List<UUID> videos() {
        return qualities.stream()
                .map(quality -> quality.video().value())
                .distinct()
                .toList();
    }
}
