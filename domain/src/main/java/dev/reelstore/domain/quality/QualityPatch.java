package dev.reelstore.domain.quality;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a rendition: a value that is not null is set, a field that is named is cleared, and all else is
 * kept. Made from {@link #NOTHING} with withers.
 *
 * @param url where it lies from now on, or null
 * @param status or null
 * @param facts what was measured in it
 * @param audio what was measured in its sound
 * @param encodingTime how long the rendering took, or null
 * @param processingStartedAt when the rendering began, or null
 * @param processingCompletedAt when it became READY or FAILED, or null for the time of the change; only with one of these
 *     statuses
 * @param cleared what is unknown from now on
 */
public record QualityPatch(
        @Nullable String url,
        @Nullable QualityStatus status,
        MediaFacts facts,
        AudioFacts audio,
        @Nullable Duration encodingTime,
        @Nullable Instant processingStartedAt,
        @Nullable Instant processingCompletedAt,
        Set<QualityField> cleared) {

    /** Changes nothing. */
    public static final QualityPatch NOTHING =
            new QualityPatch(null, null, MediaFacts.UNKNOWN, AudioFacts.UNKNOWN, null, null, null, Set.of());

    /**
     * @throws InvalidDataException when a value breaks its rule, a field is both set and cleared, or the time of completion
     *     comes without READY or FAILED
     */
    public QualityPatch {
        url = url == null ? null : Check.text("quality url", url, 4_000);
        Check.present("quality facts", facts);
        Check.present("quality audio facts", audio);
        encodingTime = encodingTime == null ? null : Check.duration("encoding time", encodingTime);
        processingStartedAt = Check.optionalInstant("processing started at", processingStartedAt);
        processingCompletedAt = Check.optionalInstant("processing completed at", processingCompletedAt);
        if (processingCompletedAt != null && (status == null || status == QualityStatus.PROCESSING)) {
            throw new InvalidDataException(
                    "processing completed at is " + processingCompletedAt + " with status " + status
                            + ": it must come with READY or FAILED",
                    null);
        }
        cleared = Check.cleared(
                "cleared quality fields",
                cleared,
                facts.fileSizeBytes(),
                facts.width(),
                facts.height(),
                facts.codec(),
                facts.container(),
                facts.bitrateKbps(),
                facts.duration(),
                facts.fps(),
                facts.pixelFormat(),
                facts.colorSpace(),
                facts.colorRange(),
                facts.aspectRatio(),
                facts.frames(),
                audio.codec(),
                audio.bitrateKbps(),
                audio.sampleRateHz(),
                audio.channels(),
                encodingTime);
    }

    /** The same, rendered and measured. */
    public QualityPatch ready(MediaFacts measured) {
        return status(QualityStatus.READY).facts(measured);
    }

    /** The same, at this address, 1 to 4,000 characters. */
    public QualityPatch url(String value) {
        Check.present("quality url", value);
        return new QualityPatch(
                value, status, facts, audio, encodingTime, processingStartedAt, processingCompletedAt, cleared);
    }

    /** The same, in this status, which sets or clears the time of completion. */
    public QualityPatch status(QualityStatus value) {
        Check.present("quality status", value);
        return new QualityPatch(
                url, value, facts, audio, encodingTime, processingStartedAt, processingCompletedAt, cleared);
    }

    /** The same, with these measurements; of what is null in them, the old is kept. */
    public QualityPatch facts(MediaFacts value) {
        Check.present("quality facts", value);
        return new QualityPatch(
                url, status, value, audio, encodingTime, processingStartedAt, processingCompletedAt, cleared);
    }

    /** The same, with these measurements of its sound; of what is null in them, the old is kept. */
    public QualityPatch audio(AudioFacts value) {
        Check.present("quality audio facts", value);
        return new QualityPatch(
                url, status, facts, value, encodingTime, processingStartedAt, processingCompletedAt, cleared);
    }

    /** The same, rendered in this time. */
    public QualityPatch encodingTime(Duration value) {
        Check.present("encoding time", value);
        return new QualityPatch(url, status, facts, audio, value, processingStartedAt, processingCompletedAt, cleared);
    }

    /** The same, begun at this time. */
    public QualityPatch processingStartedAt(Instant value) {
        Check.present("processing started at", value);
        return new QualityPatch(url, status, facts, audio, encodingTime, value, processingCompletedAt, cleared);
    }

    /**
     * The same, ended at this time in the status that it sets.
     *
     * @throws InvalidDataException when it sets neither READY nor FAILED
     */
    public QualityPatch processingCompletedAt(Instant value) {
        Check.present("processing completed at", value);
        return new QualityPatch(url, status, facts, audio, encodingTime, processingStartedAt, value, cleared);
    }

    /**
     * The same, with these unknown.
     *
     * @throws InvalidDataException when one of them is set, too
     */
    public QualityPatch clear(QualityField... fields) {
        Set<QualityField> all = new HashSet<>(cleared);
        all.addAll(Check.all("cleared quality fields", Arrays.asList(fields)));
        return new QualityPatch(
                url, status, facts, audio, encodingTime, processingStartedAt, processingCompletedAt, all);
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
