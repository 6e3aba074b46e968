package dev.reelstore.domain;

import dev.reelstore.domain.job.JobId;

/**
 * Hints that there may be work, so that a worker need not wait for its next poll, and that a job may have changed. They may
 * be lost or come for nothing: polling is the truth.
 */
public interface Signals {

    /**
     * Calls back soon after jobs became due in this queue by a commit, and after the connection behind the hints was
     * lost and is there again.
     *
     * @param queue the queue
     * @param wake must return at once and not throw; called from any thread
     * @return closes the subscription; after its close returned, no further call begins
     */
    Subscription listen(String queue, Runnable wake);

    /**
     * Calls back soon after a commit that changed the status or the progress of a job, made it or deleted it; never for
     * what was rolled back. What changed is to be read from the store.
     *
     * @param listener its methods must return at once and not throw; called from any thread
     * @return closes the subscription; after its close returned, no further call begins
     */
    Subscription watch(JobListener listener);

    /** Hears of jobs that may have changed. */
    interface JobListener {

        /** This job may have changed. */
        void changed(JobId job);

        /** Any job may have changed: the connection behind the hints was lost and is there again. */
        void missed();
    }

    /** A subscription that can be ended; more than once is harmless. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
