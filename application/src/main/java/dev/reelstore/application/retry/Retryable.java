package dev.reelstore.application.retry;

import org.jspecify.annotations.Nullable;

/**
 * Any code of a caller's that may be run more than once.
 *
 * @param <T> what it answers
 * @param <E> what it throws besides unchecked exceptions
 */
@FunctionalInterface
public interface Retryable<T extends @Nullable Object, E extends Exception> {

    /** Runs it once. */
    T run() throws E;
}
