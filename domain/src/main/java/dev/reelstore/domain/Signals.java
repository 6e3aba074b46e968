package dev.reelstore.domain;

/**
 * Hints that there may be work, so that a worker need not wait for its next poll. They may be lost or come for nothing:
 * polling is the truth.
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

    /** A subscription that can be ended; more than once is harmless. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
