package dev.reelstore.domain.unit;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of work under a claim.
 *
 * @param <T> what the work answers
 */
public sealed interface Guarded<T extends @Nullable Object> {

    /** Whether the work was done and committed (with the outer unit, if there is one). */
    default boolean done() {
        return this instanceof Done;
    }

    /**
     * The claim held, and the work was done.
     *
     * @param value what the work answered
     * @param <T> its type
     */
    record Done<T extends @Nullable Object>(T value) implements Guarded<T> {}

    /**
     * The claim was stale: the work was not begun and nothing changed.
     *
     * @param <T> what the work would have answered
     */
    record Stale<T extends @Nullable Object>() implements Guarded<T> {}
}
