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

    /** A connection to be kept for a long time, such as one that listens. */
    Connection dedicated() throws SQLException;

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
