package dev.reelstore.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections on their way back to their pool. */
final class Returned {

    private Returned() {}

    /**
     * Closes it as if nobody had interrupted the thread, which is so again afterwards. HikariCP parks for a moment while it
     * hands a connection to whoever waits for one; an interrupted thread does not park but spins, and as many virtual threads
     * as there are carriers keep for ever the one from running that they wait for.
     */
    static void close(Connection connection) throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            connection.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
