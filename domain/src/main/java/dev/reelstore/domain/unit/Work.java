package dev.reelstore.domain.unit;

import org.jspecify.annotations.Nullable;

/**
 * The body of a unit of work. It may run more than once when the façade repeats the unit, so that everything it changes
 * outside the stores should bear repetition.
 *
 * @param <T> what it answers
 * @param <E> what it throws besides unchecked exceptions
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, E extends Exception> {

    /** Works on the stores of the unit, which are of no use after its end or on another thread. */
    T apply(Unit stores) throws E;

    /**
     * A body that answers nothing.
     *
     * @param <E> what it throws besides unchecked exceptions
     */
    @FunctionalInterface
    interface Action<E extends Exception> {

        /** Works on the stores of the unit. */
        void accept(Unit stores) throws E;
    }
}
