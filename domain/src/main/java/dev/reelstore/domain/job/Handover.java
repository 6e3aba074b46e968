package dev.reelstore.domain.job;

import java.util.List;

/**
 * Gives a worker that waits the next job that is created in its own process, claimed in the commit that creates it: neither
 * a hint nor a claim of the worker's own lies between the two. Safe from any thread.
 *
 * <p>A request that was left is answered at most once, by a {@link JobStore#create create} of a single job that is due at
 * once, of the queue and of one of the types that are asked for, outside units of work and through the same store; other
 * creates, and those of other processes, answer none. The answer is what {@link ClaimStore#claim claim} would give right
 * after the create, so that an older job goes first. It opens no lease: a worker without one that holds gets nothing.
 */
public interface Handover {

    /** Of a store without {@link dev.reelstore.domain.Capability#HANDOVER}: no request is ever answered. */
    Handover NEVER = (request, taker) -> () -> true;

    /**
     * Leaves a request. It stands until it is answered or withdrawn, or the store is closed.
     *
     * @param request what the worker would claim
     * @param taker gets the answer
     */
    Standing leave(ClaimRequest request, Taker taker);

    /**
     * Gets the answer to a request, once, on the thread that creates the job: after its commit and before the create
     * returns. Must return soon and not throw: what it throws goes to that thread's handler of uncaught exceptions.
     */
    interface Taker {

        /** These were claimed; none, where the job went elsewhere or was not created. */
        void take(List<Claim> claims);

        /**
         * Something went wrong, such as that the connection was lost while the commit was under way: the worker may have
         * been given claims that nobody knows of, as when a claim of its own ends so.
         */
        void doubt();
    }

    /** A request that was left. */
    @FunctionalInterface
    interface Standing {

        /** Whether its taker will get no answer and has got none; false once a create has begun to answer it. */
        boolean withdraw();
    }
}
