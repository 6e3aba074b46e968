package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.QualityField;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a patch makes of a rendition. */
final class QualityPatching {

    private final QualityPatch patch;

    private QualityPatching(QualityPatch patch) {
        this.patch = patch;
    }

    static VideoQuality patched(VideoQuality old, QualityPatch patch, Instant now) {
        QualityPatching patching = new QualityPatching(patch);
        QualityStatus status = patch.status() == null ? old.status() : patch.status();
        Instant started = patch.processingStartedAt();
        return with(
                old,
                patch.url() == null ? old.url() : patch.url(),
                status,
                old.isDefault() && status != QualityStatus.FAILED,
                patching.over(old.facts()),
                patching.over(old.audio()),
                patching.after(QualityField.ENCODING_TIME, patch.encodingTime(), old.encodingTime()),
                started == null ? old.processingStartedAt() : started,
                patching.completed(old, now),
                now);
    }

    /** The same, as the default or not. */
    static VideoQuality flagged(VideoQuality old, boolean isDefault, Instant now) {
        return with(
                old,
                old.url(),
                old.status(),
                isDefault,
                old.facts(),
                old.audio(),
                old.encodingTime(),
                old.processingStartedAt(),
                old.processingCompletedAt(),
                now);
    }

    private static VideoQuality with(
            VideoQuality old,
            String url,
            QualityStatus status,
            boolean isDefault,
            MediaFacts facts,
            AudioFacts audio,
            @Nullable Duration encodingTime,
            Instant started,
            @Nullable Instant completed,
            Instant now) {
        return new VideoQuality(
                old.id(),
                old.video(),
                old.level(),
                old.variant(),
                url,
                status,
                isDefault,
                facts,
                audio,
                encodingTime,
                started,
                completed,
                old.createdAt(),
                now);
    }

    private @Nullable Instant completed(VideoQuality old, Instant now) {
        QualityStatus status = patch.status();
        if (status == null) {
            return old.processingCompletedAt();
        }
        if (status == QualityStatus.PROCESSING) {
            return null;
        }
        return patch.processingCompletedAt() == null ? now : patch.processingCompletedAt();
    }

    private MediaFacts over(MediaFacts old) {
        MediaFacts set = patch.facts();
        return new MediaFacts(
                after(QualityField.FILE_SIZE_BYTES, set.fileSizeBytes(), old.fileSizeBytes()),
                after(QualityField.WIDTH, set.width(), old.width()),
                after(QualityField.HEIGHT, set.height(), old.height()),
                after(QualityField.CODEC, set.codec(), old.codec()),
                after(QualityField.CONTAINER, set.container(), old.container()),
                after(QualityField.BITRATE_KBPS, set.bitrateKbps(), old.bitrateKbps()),
                after(QualityField.DURATION, set.duration(), old.duration()),
                after(QualityField.FPS, set.fps(), old.fps()),
                after(QualityField.PIXEL_FORMAT, set.pixelFormat(), old.pixelFormat()),
                after(QualityField.COLOR_SPACE, set.colorSpace(), old.colorSpace()),
                after(QualityField.COLOR_RANGE, set.colorRange(), old.colorRange()),
                after(QualityField.ASPECT_RATIO, set.aspectRatio(), old.aspectRatio()),
                after(QualityField.FRAMES, set.frames(), old.frames()));
    }

    private AudioFacts over(AudioFacts old) {
        AudioFacts set = patch.audio();
        return new AudioFacts(
                after(QualityField.AUDIO_CODEC, set.codec(), old.codec()),
                after(QualityField.AUDIO_BITRATE_KBPS, set.bitrateKbps(), old.bitrateKbps()),
                after(QualityField.AUDIO_SAMPLE_RATE_HZ, set.sampleRateHz(), old.sampleRateHz()),
                after(QualityField.AUDIO_CHANNELS, set.channels(), old.channels()));
    }

    private <T> @Nullable T after(QualityField field, @Nullable T set, @Nullable T old) {
        if (patch.cleared().contains(field)) {
            return null;
        }
        return set == null ? old : set;
    }
}
