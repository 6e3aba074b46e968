package dev.reelstore.application.retry;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.TransientFailureException;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs something again as a whole while its failure says that nothing was committed and that the cause may pass. Safe
 * from any thread.
 */
final class Retrier {

    /**
     * One attempt.
     *
     * @param <T> what it answers
     * @param <E> what it throws besides unchecked exceptions
     */
    @FunctionalInterface
    interface Attempt<T extends @Nullable Object, E extends Exception> {

        /** @param timeLeft until the deadline over all attempts, or null where there is none */
        T run(@Nullable Duration timeLeft) throws E;
    }

    /** How an attempt that was the last one is told. */
    private interface Telling {

        void gaveUp(RuntimeException failure);
    }

    private final ThreadLocal<@Nullable Boolean> repeatedAround = new ThreadLocal<>();
    private final RetryPolicy policy;
    private final Sleeper sleeper;
    private final StoreLog log;

    Retrier(RetryPolicy policy, Sleeper sleeper, StoreLog log) {
        this.policy = policy;
        this.sleeper = sleeper;
        this.log = log;
    }

    /**
     * Answers what the first attempt that does not fail answers; throws what the last one threw, as the same object.
     *
     * @param own in place of the usual policy, or null
     * @param timeout for all attempts and the waits between them together, or null for none
     */
    <T extends @Nullable Object, E extends Exception> T call(
            String name, @Nullable RetryPolicy own, @Nullable Duration timeout, Attempt<T, E> attempt) throws E {
        if (repeatedAround.get() != null) {
            return attempt.run(timeout);
        }
        return this.<T, E>repeat(name, own == null ? policy : own, timeout, null, attempt, log::gaveUp);
    }

    /**
     * The same for a call that is harmless twice: where its outcome is not known, the next attempt finds out. If none
     * does, the doubt is what is thrown.
     *
     * @param afterDoubt mends the answer where an earlier attempt may have been committed
     */
    <T extends @Nullable Object> T callHarmlessTwice(String name, Supplier<T> call, UnaryOperator<T> afterDoubt) {
        return repeatedAround.get() != null
                ? call.get()
                : this.<T, RuntimeException>repeat(name, policy, null, afterDoubt, timeLeft -> call.get(), log::gaveUp);
    }

    /**
     * Repeats any code by its own policy. What it calls of the store is not repeated by itself meanwhile, so that the
     * attempts do not multiply.
     */
    <T extends @Nullable Object, E extends Exception> T callAny(String name, RetryPolicy own, Retryable<T, E> code)
            throws E {
        if (repeatedAround.get() != null) {
            return code.run();
        }
        return this.<T, E>repeat(name, own, null, null, timeLeft -> runAround(code), log::operationFailed);
    }

    private <T extends @Nullable Object, E extends Exception> T runAround(Retryable<T, E> code) throws E {
        repeatedAround.set(true);
        try {
            return code.run();
        } finally {
            repeatedAround.remove();
        }
    }

    private <T extends @Nullable Object, E extends Exception> T repeat(
            String name,
            RetryPolicy chosen,
            @Nullable Duration timeout,
            @Nullable UnaryOperator<T> afterDoubt,
            Attempt<T, E> attempt,
            Telling telling)
            throws E {
        long begin = sleeper.nanoTime();
        OutcomeUnknownException doubt = null;
        for (int number = 1; ; number++) {
            try {
                T answer = attempt.run(timeLeft(timeout, begin));
                return doubt == null || afterDoubt == null ? answer : afterDoubt.apply(answer);
            } catch (StoreException | TransientFailureException failure) {
                boolean doubted = afterDoubt != null && failure instanceof OutcomeUnknownException;
                if (doubted && doubt == null) {
                    doubt = (OutcomeUnknownException) failure;
                }
                boolean passing = passing(failure) || doubted;
                if (number > chosen.retries() || !passing || !waited(name, chosen, number, timeout, begin, failure)) {
                    RuntimeException last = doubt != null && Repeat.after(failure) != Repeat.USELESS ? doubt : failure;
                    if (!refusesInput(last)) {
                        telling.gaveUp(last);
                    }
                    throw last;
                }
            }
        }
    }

    /** As {@link #call} with the usual policy and no deadline. */
    <T extends @Nullable Object, E extends Exception> T call(String name, Attempt<T, E> attempt) throws E {
        return call(name, null, null, attempt);
    }

    /** A process that exhausts its own pool would only queue up again behind itself. */
    private static boolean passing(RuntimeException failure) {
        return Repeat.after(failure) == Repeat.SAFE && !(failure instanceof StorePoolExhaustedException);
    }

    private boolean waited(
            String name,
            RetryPolicy chosen,
            int number,
            @Nullable Duration timeout,
            long begin,
            RuntimeException failure) {
        Duration wait = chosen.delay(number, ThreadLocalRandom.current());
        Duration left = timeLeft(timeout, begin);
        if (left != null && left.compareTo(wait) <= 0) {
            return false;
        }
        log.retrying(name, number, chosen.retries() + 1, failure, wait);
        try {
            sleeper.sleep(wait);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Duration timeLeft(@Nullable Duration timeout, long begin) {
        return timeout == null ? null : timeout.minusNanos(sleeper.nanoTime() - begin);
    }

    /** Says nothing about the state of the database, and the caller hears it. */
    private static boolean refusesInput(RuntimeException failure) {
        return failure instanceof InvalidDataException
                || failure instanceof RecordNotFoundException
                || (failure instanceof StoreConflictException conflict && conflict.repeat() == Repeat.USELESS);
    }
}
