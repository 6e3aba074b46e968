package dev.reelstore.domain.quality;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rendition to be put. There is one per video, level and variant.
 *
 * @param id its identity if it is new; one that is there keeps its own
 * @param video whose rendition
 * @param level how good
 * @param variant tells renditions of one level apart, such as {@code av1}; empty for the ordinary one, at most 50
 *     characters
 * @param url where it lies, 1 to 4,000 characters
 * @param status whether it can be played
 * @param facts what was measured in it
 * @param audio what was measured in its sound
 * @param encodingTime how long the rendering took, or null
 * @param processingStartedAt when the rendering began; null for the time of the put
 */
public record NewQuality(
        QualityId id,
        VideoId video,
        QualityLevel level,
        String variant,
        String url,
        QualityStatus status,
        MediaFacts facts,
        AudioFacts audio,
        @Nullable Duration encodingTime,
        @Nullable Instant processingStartedAt) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public NewQuality {
        Check.present("quality id", id);
        Check.present("quality video", video);
        Check.present("quality level", level);
        variant = Check.present("quality variant", Check.optionalText("quality variant", variant, 50));
        url = Check.text("quality url", url, 4_000);
        Check.present("quality status", status);
        Check.present("quality facts", facts);
        Check.present("quality audio facts", audio);
        encodingTime = encodingTime == null ? null : Check.duration("encoding time", encodingTime);
        processingStartedAt = Check.optionalInstant("processing started at", processingStartedAt);
    }

    /** A rendition that is being rendered. */
    public static NewQuality of(VideoId video, QualityLevel level, String url) {
        return new NewQuality(
                QualityId.next(),
                video,
                level,
                "",
                url,
                QualityStatus.PROCESSING,
                MediaFacts.UNKNOWN,
                AudioFacts.UNKNOWN,
                null,
                null);
    }

    /** The same, rendered and measured. */
    public NewQuality ready(MediaFacts measured) {
        return status(QualityStatus.READY).facts(measured);
    }

    /** The same with this identity, if it is new. */
    public NewQuality id(QualityId value) {
        return new NewQuality(
                value, video, level, variant, url, status, facts, audio, encodingTime, processingStartedAt);
    }

    /** The same as this variant of its level. */
    public NewQuality variant(String value) {
        return new NewQuality(id, video, level, value, url, status, facts, audio, encodingTime, processingStartedAt);
    }

    /** The same at this address. */
    public NewQuality url(String value) {
        return new NewQuality(
                id, video, level, variant, value, status, facts, audio, encodingTime, processingStartedAt);
    }

    /** The same in this status. */
    public NewQuality status(QualityStatus value) {
        return new NewQuality(id, video, level, variant, url, value, facts, audio, encodingTime, processingStartedAt);
    }

    /** The same with these measurements. */
    public NewQuality facts(MediaFacts value) {
        return new NewQuality(id, video, level, variant, url, status, value, audio, encodingTime, processingStartedAt);
    }

    /** The same with these measurements of its sound. */
    public NewQuality audio(AudioFacts value) {
        return new NewQuality(id, video, level, variant, url, status, facts, value, encodingTime, processingStartedAt);
    }

    /** The same rendered in this time. */
    public NewQuality encodingTime(@Nullable Duration value) {
        return new NewQuality(id, video, level, variant, url, status, facts, audio, value, processingStartedAt);
    }

    /** The same begun at this time. */
    public NewQuality processingStartedAt(@Nullable Instant value) {
        return new NewQuality(id, video, level, variant, url, status, facts, audio, encodingTime, value);
    }
}
