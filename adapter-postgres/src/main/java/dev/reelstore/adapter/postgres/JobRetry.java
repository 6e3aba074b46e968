package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.RetryResult;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a finished job back into its queue inside one transaction. */
final class JobRetry {

    private final JobMapper jobs;
    private final Wakes wakes;

    JobRetry(Session session) {
        this.jobs = session.jobs();
        this.wakes = session.wakes();
    }

    RetryResult run(JobId id, Set<JobStatus> blocking) {
        Job first = jobs.find(id);
        if (first == null || !retryable(first)) {
            return refusal(first);
        }
        TargetKey target = TargetKey.of(first.type(), first.target());
        jobs.enterGate(target);
        jobs.pin(id);
        Job now = jobs.find(id);
        if (now == null || !retryable(now)) {
            return refusal(now);
        }
        Job blocks = blocking.isEmpty() ? null : jobs.newestBlocking(target, blocking, id);
        if (blocks != null) {
            return new RetryResult.Blocked(blocks);
        }
        jobs.requeue(id);
        wakes.cameBack();
        Job requeued = jobs.find(id);
        return requeued == null ? new RetryResult.Missing() : new RetryResult.Requeued(requeued);
    }

    private static boolean retryable(Job job) {
        return job.status() == JobStatus.FAILED || job.status() == JobStatus.CANCELLED;
    }

    private static RetryResult refusal(@Nullable Job job) {
        return job == null ? new RetryResult.Missing() : new RetryResult.NotRetryable(job);
    }
}
