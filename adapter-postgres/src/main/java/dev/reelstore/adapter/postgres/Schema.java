package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sees at the start that the schema {@code reelstore} is there and recent; one query where nothing is to be done. */
final class Schema {

    /** The number of the newest migration; a database may be ahead of it, as migrations only add. */
    static final int VERSION = 10;

    private static final String NAME = "prepare schema reelstore";

    /** No such table or schema. */
    private static final Set<String> ABSENT = Set.of("42P01", "3F000");

    private Schema() {}

    static void prepare(DataSource source, SchemaMode mode) {
        new ReadyConnection(prepared(source, mode)).close();
    }

    /** The connection on which it was found that nothing is to be done, still open and as it was; otherwise null. */
    static @Nullable Connection prepared(DataSource source, SchemaMode mode) {
        if (mode == SchemaMode.OFF) {
            return null;
        }
        try {
            Connection connection = source.getConnection();
            boolean keep = false;
            try {
                keep = prepare(connection, mode);
                return keep ? connection : null;
            } finally {
                if (!keep) {
                    connection.close();
                }
            }
        } catch (SQLException failed) {
            throw SqlFailures.whileConnecting(NAME, failed);
        } catch (StoreException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            throw SqlFailures.of(NAME, failed);
        }
    }

    private static boolean prepare(Connection connection, SchemaMode mode) throws SQLException {
        OpenTransactions.refuse(connection);
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            return current(connection, mode);
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(before);
            }
        }
    }

    /** Whether it was so already. */
    private static boolean current(Connection connection, SchemaMode mode) throws SQLException {
        int version = version(connection);
        if (version >= VERSION) {
            return true;
        }
        if (mode == SchemaMode.VALIDATE) {
            throw new StoreOperationException(
                    "schema reelstore is at version " + version + " and this library needs version " + VERSION
                            + ": start one process with schema mode MIGRATE as the schema's owner, behind a pooler with"
                            + " a direct URL, or apply the files dev/reelstore/adapter/postgres/migration/V*.sql of this library by hand",
                    Repeat.USELESS,
                    null);
        }
        Migration.run(connection);
        return false;
    }

    /** The version of the schema, 0 where there is none. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM reelstore.schema_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException failed) {
            if (ABSENT.contains(failed.getSQLState())) {
                return 0;
            }
            throw failed;
        }
    }
}
