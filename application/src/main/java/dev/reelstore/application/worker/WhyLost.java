package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of the job of a claim that the store calls stale. */
final class WhyLost {

    private static final Logger LOG = LoggerFactory.getLogger(WhyLost.class);

    private WhyLost() {}

    /**
     * What to tell the handler, or empty when it was the handler itself, completing the job through the ports: nobody
     * else could under this attempt. Never throws.
     */
    static Optional<StopReason> of(Claim claim, JobStore jobs) {
        try {
            Optional<Job> now = jobs.find(claim.jobId());
            if (now.isEmpty() || now.get().status() == JobStatus.CANCELLED) {
                return Optional.of(StopReason.CANCELLED);
            }
            boolean completed = now.get().status() == JobStatus.COMPLETED
                    && now.get().attempt() == claim.job().attempt();
            return completed ? Optional.empty() : Optional.of(StopReason.LEASE_LOST);
        } catch (RuntimeException unseen) {
            LOG.info("Job {} is lost; why could not be read: {}", claim.jobId(), unseen.getMessage());
            return Optional.of(StopReason.LEASE_LOST);
        }
    }
}
