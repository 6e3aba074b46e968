package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import java.util.UUID;

/**
 * A claim by what the store compares.
 *
 * @param job the job
 * @param fence its fence
 * @param token its token
 * @param worker who claimed
 */
public record Held(JobId job, long fence, UUID token, WorkerId worker) {

    static Held of(Claim claim) {
        return new Held(claim.jobId(), claim.fence(), claim.token(), claim.worker());
    }
}
