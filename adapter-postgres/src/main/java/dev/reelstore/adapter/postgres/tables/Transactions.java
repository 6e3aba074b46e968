package dev.reelstore.adapter.postgres.tables;

import org.jspecify.annotations.Nullable;

/** Where a {@link SqlGateway} gets a connection from, with a transaction open on it. Safe from any thread. */
public interface Transactions {

    /**
     * Runs work in the unit that is open on this thread, or else in a transaction of its own. What goes wrong comes out as
     * a {@link dev.reelstore.domain.failure.StoreException}, the work's own exceptions as the same object; either dooms an
     * open unit.
     *
     * @param name of the work, for messages
     * @param writes whether a read-only unit is to refuse it
     */
    <T extends @Nullable Object, E extends Exception> T run(String name, boolean writes, OnConnection<T, E> work)
            throws E;
}
