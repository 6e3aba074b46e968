package dev.reelstore.adapter.postgres;

import org.jspecify.annotations.Nullable;

/**
 * In what the statements of a store run: a unit of their own, an open unit, or a transaction of the caller's. Whatever
 * goes wrong inside comes out as a {@link dev.reelstore.domain.failure.StoreException}.
 */
interface Scope {

    /** Runs one statement that changes nothing and locks nothing. */
    <T extends @Nullable Object> T read(String name, Statements<T> statements);

    /** Runs statements that take effect together. */
    <T extends @Nullable Object> T write(String name, Statements<T> statements);

    /**
     * What is to be run.
     *
     * @param <T> what it answers
     */
    @FunctionalInterface
    interface Statements<T extends @Nullable Object> {

        T on(Session session);
    }
}
