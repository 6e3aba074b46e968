package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.value.Check;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How jobs come to be there, for the first time or again. */
final class JobCreation {

    private JobCreation() {}

    /**
     * What came of a creation.
     *
     * @param row the job that is there now
     * @param created whether it was not before
     */
    record Outcome(JobRow row, boolean created) {}

    static Outcome create(Overlay overlay, NewJob job) {
        JobLocks.lock(overlay, job.id());
        JobRow there = overlay.job(job.id());
        if (there != null) {
            return new Outcome(sameJob(there, job), false);
        }
        JobRow row = JobRow.created(job, overlay.now());
        overlay.put(row);
        return new Outcome(row, true);
    }

    static int createAll(Overlay overlay, Collection<NewJob> jobs) {
        // In the order of their ids, so that two calls that share some do not wait for each other.
        TreeMap<JobId, NewJob> sorted = new TreeMap<>();
        for (NewJob job : jobs) {
            if (sorted.put(Check.present("one of the jobs", job).id(), job) != null) {
                throw new StoreConflictException(
                        "job id " + job.id() + " is named twice in one call: give each job its own",
                        Repeat.USELESS,
                        null);
            }
        }
        int created = 0;
        for (NewJob job : sorted.values()) {
            created += create(overlay, job).created() ? 1 : 0;
        }
        return created;
    }

    static Outcome createIfAbsent(Overlay overlay, NewJob job, Set<JobStatus> blocking) {
        Outcome known = present(overlay, job, blocking);
        if (known != null) {
            return known;
        }
        overlay.lock(LockKey.presence(job.type(), job.target()));
        Outcome decided = present(overlay, job, blocking);
        return decided != null ? decided : create(overlay, job);
    }

    private static @Nullable Outcome present(Overlay overlay, NewJob job, Set<JobStatus> blocking) {
        JobRow same = overlay.job(job.id());
        JobRow there =
                same != null ? sameJob(same, job) : JobSearch.newest(overlay, job.type(), job.target(), blocking, null);
        return there == null ? null : new Outcome(there, false);
    }

    private static JobRow sameJob(JobRow there, NewJob job) {
        if (!there.facts().isOf(job.type(), job.target())) {
            NewJob other = there.facts().asked();
            throw new StoreConflictException(
                    "job id " + job.id() + " belongs to a job of type '" + other.type() + "' on " + other.target()
                            + ", not of type '" + job.type() + "' on " + job.target() + ": take a new id",
                    Repeat.USELESS,
                    null);
        }
        return there;
    }

    static RetryResult retry(Overlay overlay, JobId id, Set<JobStatus> blocking) {
        JobRow seen = overlay.job(id);
        if (seen == null) {
            return new RetryResult.Missing();
        }
        String type = seen.facts().asked().type();
        Target target = seen.facts().asked().target();
        overlay.lock(LockKey.presence(type, target));
        JobLocks.lock(overlay, id);
        JobRow row = overlay.job(id);
        if (row == null) {
            return new RetryResult.Missing();
        }
        if (row.status() != JobStatus.FAILED && row.status() != JobStatus.CANCELLED) {
            return new RetryResult.NotRetryable(overlay.toJob(row));
        }
        JobRow other = blocking.isEmpty() ? null : JobSearch.newest(overlay, type, target, blocking, id);
        if (other != null) {
            return new RetryResult.Blocked(overlay.toJob(other));
        }
        JobRow again = row.retried(overlay.now());
        overlay.put(again);
        return new RetryResult.Requeued(overlay.toJob(again));
    }
}
