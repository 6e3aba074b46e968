package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.WorkerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One job as the rules know it.
 *
 * @param status its status, or null where there is no such job
 * @param fence the fence of the last claim
 * @param attempt its attempt
 * @param attemptLimit the attempt whose failure is final
 * @param due while QUEUED, whether it is due for certain
 * @param worker while RUNNING, who holds it
 * @param token while RUNNING, the token of the claim, or null where its answer was lost
 */
record JobState(
        @Nullable JobStatus status,
        long fence,
        int attempt,
        int attemptLimit,
        boolean due,
        @Nullable WorkerId worker,
        @Nullable UUID token) {

    static final JobState ABSENT = new JobState(null, 0, 0, 0, false, null, null);

    static JobState created(int maxAttempts, boolean due) {
        return new JobState(JobStatus.QUEUED, 0, 0, maxAttempts, due, null, null);
    }

    JobState claimed(WorkerId by, @Nullable UUID under) {
        return new JobState(JobStatus.RUNNING, fence + 1, attempt + 1, attemptLimit, true, by, under);
    }

    JobState queued(boolean again) {
        return new JobState(JobStatus.QUEUED, fence, attempt, attemptLimit, again, null, null);
    }

    JobState released() {
        return new JobState(JobStatus.QUEUED, fence, attempt - 1, attemptLimit, true, null, null);
    }

    JobState ended(JobStatus as) {
        return new JobState(as, fence, attempt, attemptLimit, false, null, null);
    }

    JobState retried(int maxAttempts) {
        return new JobState(JobStatus.QUEUED, fence, attempt, attempt + maxAttempts, true, null, null);
    }

    boolean heldUnder(Held claim) {
        return status == JobStatus.RUNNING
                && fence == claim.fence()
                && claim.worker().equals(worker)
                && (token == null || claim.token().equals(token));
    }

    boolean retryable() {
        return status == JobStatus.FAILED || status == JobStatus.CANCELLED;
    }

    boolean lastAttempt() {
        return attempt >= attemptLimit;
    }

    @Override
    public String toString() {
        if (status == null) {
            return "not there";
        }
        return status + ", fence " + fence + ", attempt " + attempt + " of " + attemptLimit;
    }
}
