package dev.reelstore.benchmarks;

import dev.reelstore.benchmarks.BenchServer.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A view of a database that is held open: what is deleted or replaced from then on cannot be cleaned up until it closes. */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** Takes one, as a backup or a long report does. */
    public static Snapshot hold(Database database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement first = connection.createStatement()) {
            first.execute("SELECT count(*) FROM pg_class");
        }
        return new Snapshot(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
