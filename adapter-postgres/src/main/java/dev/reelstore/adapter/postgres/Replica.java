package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the database that follows the primary. One that does not answer is left alone for a while. Safe from any thread. */
final class Replica implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPersistence.class);

    /** So that reads do not run into a server that is away, one after the other. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final String name;
    private final ConnectionSource source;
    private volatile long restsUntil = System.nanoTime();
    private volatile boolean strays;

    Replica(String name, ConnectionSource source) {
        this.name = name;
        this.source = source;
    }

    boolean rests() {
        return restsUntil - System.nanoTime() > 0;
    }

    /** A connection to it if it has passed this place, else null. */
    @Nullable
    Connection borrowAfter(WalPosition position) throws SQLException {
        if (rests()) {
            return null;
        }
        Connection connection;
        try {
            connection = source.borrow();
        } catch (SQLException refused) {
            if (!(SqlFailures.whileConnecting(name, refused) instanceof StorePoolExhaustedException)) {
                rest();
            }
            return null;
        }
        boolean kept = false;
        try {
            kept = has(Aside.ask(connection, store -> store.standing(position)));
            return kept ? connection : null;
        } catch (StoreException refused) {
            throw refused;
        } catch (SQLException | RuntimeException failed) {
            rest();
            return null;
        } finally {
            if (!kept) {
                giveBack(connection);
            }
        }
    }

    private boolean has(ReplicaStanding standing) {
        if (standing.standby()) {
            strays = false;
            return standing.passed();
        }
        rest();
        if (!strays) {
            strays = true;
            LOG.warn("{} does not follow a primary, so that nothing is read from it until it does", name);
        }
        return false;
    }

    private void rest() {
        restsUntil = System.nanoTime() + REST.toNanos();
    }

    private static void giveBack(Connection connection) {
        try {
            Returned.close(connection);
        } catch (SQLException lost) {
            LOG.debug("a connection was lost on its way back", lost);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
