package dev.reelstore.domain;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a store is. Nothing here is part of a unit of work, also when it is asked inside one, and all of it can be asked of
 * a store that is closed. Safe from any thread.
 */
public interface Health {

    /** Whether the store was not closed. Asks nobody. */
    boolean open();

    /**
     * Whether a call would get a connection now and an answer on it. Never throws. Takes no longer than the store's own
     * limits for getting a connection and for a statement.
     *
     * @return false also for a store that is closed, and when all connections are in use for longer than a call waits
     */
    boolean poolHealthy();

    /** How the pool of connections is used now; empty where there is none, or none whose figures can be read. */
    Optional<PoolFigures> pool();

    /**
     * Asks the store once, on a connection made for this, so that a pool that is used up does not matter.
     *
     * @throws StoreException when there was no answer; it says whether trying again can help
     */
    void reach();

    /**
     * Whether the store can be reached, tried again as the policy says. In the calling thread; an interrupt ends it.
     *
     * @return false also at once where trying again cannot help, as with a wrong password or a store that is closed
     */
    default boolean ping(RetryPolicy policy) {
        Check.present("retry policy", policy);
        try {
            awaitAvailable(policy);
            return true;
        } catch (StoreException unreachable) {
            return false;
        }
    }

    /** {@link #ping(RetryPolicy)} with {@link RetryPolicy#PING}: five attempts within 32 s. */
    default boolean ping() {
        return ping(RetryPolicy.PING);
    }

    /**
     * Returns when the store can be reached, tried again as the policy says. In the calling thread; an interrupt ends it
     * and is kept.
     *
     * @throws StoreConnectionException when the last attempt failed, with that failure as the cause
     * @throws StoreException of another kind at once where trying again cannot help, as with a wrong password or a store
     *     that is closed
     */
    default void awaitAvailable(RetryPolicy policy) {
        Check.present("retry policy", policy);
        for (int attempt = 1; ; attempt++) {
            try {
                reach();
                return;
            } catch (StoreException failure) {
                if (failure.repeat() != Repeat.SAFE) {
                    throw failure;
                }
                if (attempt > policy.retries() || !slept(policy.delay(attempt, ThreadLocalRandom.current()))) {
                    throw new StoreConnectionException(
                            "the store could not be reached in " + attempt
                                    + (attempt == 1 ? " attempt: " : " attempts: ") + failure.getMessage(),
                            failure);
                }
            }
        }
    }

    private static boolean slept(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
