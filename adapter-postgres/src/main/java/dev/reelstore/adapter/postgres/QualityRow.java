package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rendition as the statements answer it, column by column. */
record QualityRow(
        QualityId id,
        VideoId video,
        QualityLevel level,
        String variant,
        String url,
        QualityStatus status,
        boolean isDefault,
        @Nullable Long fileSizeBytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String codec,
        @Nullable String container,
        @Nullable Integer bitrateKbps,
        @Nullable Duration duration,
        @Nullable Double fps,
        @Nullable String pixelFormat,
        @Nullable String colorSpace,
        @Nullable String colorRange,
        @Nullable String aspectRatio,
        @Nullable Long frames,
        @Nullable String audioCodec,
        @Nullable Integer audioBitrateKbps,
        @Nullable Integer audioSampleRateHz,
        @Nullable Integer audioChannels,
        @Nullable Duration encodingTime,
        Instant processingStartedAt,
        @Nullable Instant processingCompletedAt,
        Instant createdAt,
        Instant updatedAt) {

    VideoQuality quality() {
        return new VideoQuality(
                id,
                video,
                level,
                variant,
                url,
                status,
                isDefault,
                facts(),
                new AudioFacts(audioCodec, audioBitrateKbps, audioSampleRateHz, audioChannels),
                encodingTime,
                processingStartedAt,
                processingCompletedAt,
                createdAt,
                updatedAt);
    }

    private MediaFacts facts() {
        return new MediaFacts(
                fileSizeBytes,
                width,
                height,
                codec,
                container,
                bitrateKbps,
                duration,
                fps,
                pixelFormat,
                colorSpace,
                colorRange,
                aspectRatio,
                frames);
    }
}
