package dev.reelstore.domain.job;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which finished jobs are to be deleted at once, by how long ago they finished.
 *
 * @param statuses in one of these, COMPLETED, FAILED or CANCELLED; empty for all three
 * @param finishedBefore only what finished before then, in the store's time
 * @param limit at most this many, 1 to {@value #MAX_LIMIT}
 */
public record JobPurge(Set<JobStatus> statuses, Instant finishedBefore, int limit) {

    /** The most jobs that one purge deletes. */
    public static final int MAX_LIMIT = 10_000;

    private static final int DEFAULT_LIMIT = 1_000;
    private static final Set<JobStatus> FINISHED = Set.copyOf(EnumSet.complementOf(EnumSet.copyOf(JobStatus.live())));

    /** @throws InvalidDataException when a status is not that of a finished job, or another value breaks its rule */
    public JobPurge {
        statuses = JobFilter.all().statuses(Check.present("statuses", statuses)).statuses();
        for (JobStatus status : statuses) {
            if (!status.finished()) {
                throw new InvalidDataException(
                        "status is " + status + ": only jobs that are finished are purged", null);
            }
        }
        statuses = statuses.isEmpty() ? FINISHED : statuses;
        finishedBefore = Check.instant("finishedBefore", finishedBefore);
        Check.range("limit", limit, 1, MAX_LIMIT);
    }

    /** At most 1,000 finished jobs in any status. */
    public static JobPurge before(Instant finished) {
        return new JobPurge(Set.of(), finished, DEFAULT_LIMIT);
    }

    /** The same, in one of these statuses. */
    public JobPurge status(JobStatus... any) {
        return statuses(List.of(any));
    }

    /** The same, in one of these statuses; empty for all three. */
    public JobPurge statuses(Collection<JobStatus> any) {
        return new JobPurge(Set.copyOf(any), finishedBefore, limit);
    }

    /** The same with at most this many. */
    public JobPurge limit(int value) {
        return new JobPurge(statuses, finishedBefore, value);
    }
}
