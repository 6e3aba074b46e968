package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the journal: all conditions must hold, and one that is absent always does.
 *
 * @param job of this job, or null
 * @param jobType of jobs of this type, or null
 * @param stage of this stage, or null
 * @param from recorded then or later, or null
 * @param before recorded before then, or null
 */
public record JournalFilter(
        @Nullable JobId job,
        @Nullable String jobType,
        @Nullable String stage,
        @Nullable Instant from,
        @Nullable Instant before) {

    private static final JournalFilter ALL = new JournalFilter(null, null, null, null, null);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public JournalFilter {
        jobType = JobFilter.all().type(jobType).type();
        stage = stage == null ? null : checkStage(stage);
        from = Check.optionalInstant("from", from);
        before = Check.optionalInstant("before", before);
    }

    /** Every record. */
    public static JournalFilter all() {
        return ALL;
    }

    /** The records of this job. */
    public static JournalFilter of(JobId job) {
        return ALL.job(Check.present("job id", job));
    }

    /** The same, of this job. */
    public JournalFilter job(@Nullable JobId value) {
        return new JournalFilter(value, jobType, stage, from, before);
    }

    /** The same, of jobs of this type. */
    public JournalFilter jobType(@Nullable String value) {
        return new JournalFilter(job, value, stage, from, before);
    }

    /** The same, of this stage. */
    public JournalFilter stage(@Nullable String value) {
        return new JournalFilter(job, jobType, value, from, before);
    }

    /** The same, recorded then or later. */
    public JournalFilter from(@Nullable Instant value) {
        return new JournalFilter(job, jobType, stage, value, before);
    }

    /** The same, recorded before then. */
    public JournalFilter before(@Nullable Instant value) {
        return new JournalFilter(job, jobType, stage, from, value);
    }

    static String checkStage(String name) {
        return Check.text("stage name", name, 100);
    }
}
