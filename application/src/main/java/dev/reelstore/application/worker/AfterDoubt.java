package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.Settlement;
import java.util.Optional;

/**
 * What a stale answer means when an earlier try may have been committed: the job shows whether it was our own settlement
 * that made the claim stale. Only its holder can complete a claim, and only a release takes an attempt back.
 */
record AfterDoubt(JobStore jobs, Claim claim) {

    Settlement complete(Settlement answer) {
        return answer == Settlement.STALE && stands(JobStatus.COMPLETED, 0) ? Settlement.DONE : answer;
    }

    FailureSettlement fail(FailureSettlement answer) {
        if (answer != FailureSettlement.STALE) {
            return answer;
        }
        if (stands(JobStatus.FAILED, 0)) {
            return FailureSettlement.FAILED;
        }
        return stands(JobStatus.QUEUED, 0) ? FailureSettlement.REQUEUED : answer;
    }

    Settlement release(Settlement answer) {
        return answer == Settlement.STALE && stands(JobStatus.QUEUED, -1) ? Settlement.DONE : answer;
    }

    private boolean stands(JobStatus status, int attemptsMore) {
        Optional<Job> job = jobs.find(claim.jobId());
        return job.isPresent()
                && job.get().status() == status
                && job.get().attempt() == claim.job().attempt() + attemptsMore;
    }
}
