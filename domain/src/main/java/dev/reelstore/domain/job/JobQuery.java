package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs in the order of their creation (then of their ids).
 *
 * @param filter which jobs
 * @param newestFirst whether the last created comes first
 * @param limit at most this many, 1 to 1000
 * @param after only what comes after this place, or null from the start
 */
public record JobQuery(
        JobFilter filter,
        boolean newestFirst,
        int limit,
        @Nullable JobCursor after) {

    /** The most jobs that one page holds. */
    public static final int MAX_LIMIT = 1_000;

    private static final int DEFAULT_LIMIT = 100;

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or out of range */
    public JobQuery {
        Check.present("job filter", filter);
        Check.range("limit", limit, 1, MAX_LIMIT);
    }

    /** The first 100 of these jobs, the first created first. */
    public static JobQuery oldestFirst(JobFilter filter) {
        return new JobQuery(filter, false, DEFAULT_LIMIT, null);
    }

    /** The first 100 of these jobs, the last created first. */
    public static JobQuery newestFirst(JobFilter filter) {
        return new JobQuery(filter, true, DEFAULT_LIMIT, null);
    }

    /** The same of these jobs. */
    public JobQuery filter(JobFilter value) {
        return new JobQuery(value, newestFirst, limit, after);
    }

    /** The same with at most this many. */
    public JobQuery limit(int value) {
        return new JobQuery(filter, newestFirst, value, after);
    }

    /** The same from this place on. */
    public JobQuery after(@Nullable JobCursor value) {
        return new JobQuery(filter, newestFirst, limit, value);
    }

    /** The same, of its statuses only those that are among these too; null when none is left. */
    public @Nullable JobQuery within(Set<JobStatus> others) {
        JobFilter narrowed = filter.within(others);
        return narrowed == null ? null : new JobQuery(narrowed, newestFirst, limit, after);
    }
}
