package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreTimeoutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date on one connection; of many processes one does it and the others wait for it. */
final class Migration {

    /** The letters "reelstor": one lock for all processes on this database. */
    private static final long LOCK = 0x7265656c73746f72L;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private Migration() {}

    static void run(Connection connection) throws SQLException {
        lock(connection);
        try {
            int version = Schema.version(connection);
            if (version < Schema.VERSION) {
                migrate(connection, version);
            }
        } finally {
            if (!connection.isClosed()) {
                ask(connection, "SELECT pg_advisory_unlock(?)");
            }
        }
    }

    private static void migrate(Connection connection, int version) throws SQLException {
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(new OneConnection(connection))
                .locations("classpath:dev/reelstore/adapter/postgres/migration")
                .schemas("reelstore")
                .defaultSchema("reelstore")
                .table("schema_history")
                .baselineOnMigrate(version > 0) // applied by hand so far
                .baselineVersion(Integer.toString(version))
                .load()
                .migrate();
        connection.setAutoCommit(true);
    }

    /** Asks again and again: a statement that waited could be cut off by a limit that this connection came with. */
    private static void lock(Connection connection) throws SQLException {
        long begun = System.nanoTime();
        while (!ask(connection, "SELECT pg_try_advisory_lock(?)")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new StoreTimeoutException(
                        "another process has been migrating schema reelstore for " + PATIENCE + ": look what it does",
                        null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreTimeoutException("interrupted while another process migrates schema reelstore", stop);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
