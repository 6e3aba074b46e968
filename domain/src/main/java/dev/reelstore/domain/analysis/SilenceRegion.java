package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A part of the medium in which nothing is heard.
 *
 * @param id its identity
 * @param job in whose medium
 * @param range when
 * @param type what kind of silence, at most 100 characters, or null
 * @param thresholdDb the level in decibels below which it counted as silence, -1,000 to 1,000, or null
 */
public record SilenceRegion(
        FindingId id,
        JobId job,
        TimeRange range,
        @Nullable String type,
        @Nullable Double thresholdDb) implements Finding {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public SilenceRegion {
        Check.present("finding id", id);
        Check.present("job id", job);
        Check.present("range", range);
        type = Check.optionalText("silence type", type, 100);
        thresholdDb = thresholdDb == null
                ? null
                : Double.valueOf(Check.range("silence threshold in dB", thresholdDb, -1_000.0, 1_000.0));
    }

    /** A new region of which no more is known. */
    public static SilenceRegion of(JobId job, TimeRange range) {
        return new SilenceRegion(FindingId.next(), job, range, null, null);
    }

    /** The same with this identity. */
    public SilenceRegion id(FindingId value) {
        return new SilenceRegion(value, job, range, type, thresholdDb);
    }

    /** The same, of this type. */
    public SilenceRegion type(@Nullable String value) {
        return new SilenceRegion(id, job, range, value, thresholdDb);
    }

    /** The same, below this many decibels. */
    public SilenceRegion thresholdDb(@Nullable Double value) {
        return new SilenceRegion(id, job, range, type, value);
    }

    @Override
    public FindingKind<SilenceRegion> kind() {
        return FindingKind.SILENCE;
    }
}
