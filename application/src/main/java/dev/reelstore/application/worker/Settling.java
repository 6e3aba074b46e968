package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what a handler has achieved over an outage of the store: repeats what its claim guards until it is answered.
 * That is safe also after a commit in doubt, since a second settlement under one claim is stale. Safe from any thread.
 */
final class Settling {

    /**
     * One try.
     *
     * @param <R> what the store answers
     * @param <E> what it throws besides unchecked exceptions
     */
    @FunctionalInterface
    interface Try<R extends @Nullable Object, E extends Exception> {

        R make() throws E;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final RetryPolicy WAITS =
            new RetryPolicy(1_000, Duration.ofMillis(500), 2.0, Duration.ofSeconds(5), true);

    private final Duration patience;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    Settling(Duration patience) {
        this.patience = patience;
    }

    /** From now on nothing is waited for. */
    void abandon() {
        abandoned.countDown();
    }

    /**
     * @param what for the log
     * @param afterDoubt mends the answer when an earlier try may have been committed
     * @throws StoreException the last failure, when it is no use to repeat it or patience is at its end
     */
    <R extends @Nullable Object, E extends Exception> R insist(String what, Try<R, E> call, UnaryOperator<R> afterDoubt)
            throws E {
        return insist(what, false, call, afterDoubt);
    }

    /** @param inDoubt whether a try before these may have been committed */
    <R extends @Nullable Object, E extends Exception> R insist(
            String what, boolean inDoubt, Try<R, E> call, UnaryOperator<R> afterDoubt) throws E {
        long begin = System.nanoTime();
        boolean doubt = inDoubt;
        for (int number = 1; ; number++) {
            try {
                R answer = call.make();
                R known = doubt ? afterDoubt.apply(answer) : answer;
                if (number > 1) {
                    LOG.info("{}: done at try {}", what, number);
                }
                return known;
            } catch (StoreException failure) {
                doubt |= failure.repeat() == Repeat.UNKNOWN;
                if (number == 1 && failure.repeat() != Repeat.USELESS) {
                    LOG.warn("{} waits for the store: {}", what, failure.getMessage());
                }
                if (failure.repeat() == Repeat.USELESS || !waited(number, begin)) {
                    throw failure;
                }
            }
        }
    }

    private boolean waited(int number, long begin) {
        Duration wait = WAITS.delay(number, ThreadLocalRandom.current());
        if (patience.minusNanos(System.nanoTime() - begin).compareTo(wait) <= 0) {
            return false;
        }
        try {
            return !abandoned.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
