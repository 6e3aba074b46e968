package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Where connections come from, and what has to be said on one before a unit may run. Safe from any thread. */
interface ConnectionSource extends AutoCloseable {

    /**
     * A connection for one unit.
     *
     * @throws StoreUnavailableException when this is closed
     */
    Connection borrow() throws SQLException;

    /** A connection of its own where that can be had, so that it comes though all others are in use. */
    Connection dedicated() throws SQLException;

    /**
     * A connection to listen on, which stays with one session of the server's.
     *
     * @throws StoreUnavailableException when this is closed
     * @throws IllegalStateException when it does not {@link #hears()}
     */
    Connection listening() throws SQLException;

    /** Whether there is a connection to listen on. */
    boolean hears();

    /** Whether connections may be taken also while no caller waits for an answer. */
    boolean ownPool();

    /** What goes ahead of the first statement of a transaction, or nothing. */
    String prelude(UnitOptions options);

    /** Whether a statement outside a transaction is held to the limits as well. */
    boolean limitedByConnection();

    /** How long a statement may take, or zero for any time. */
    Duration statementTimeout();

    /** How the connections are used now, or empty where that is not known. */
    Optional<PoolFigures> figures();

    boolean closed();

    /** @throws StoreUnavailableException when this is closed */
    default void requireOpen() {
        if (closed()) {
            throw new StoreUnavailableException("the store is closed", Repeat.USELESS, null);
        }
    }

    @Override
    void close();
}
