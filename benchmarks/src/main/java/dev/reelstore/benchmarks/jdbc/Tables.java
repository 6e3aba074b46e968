package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Makes the tables of a race ready. */
final class Tables {

    private Tables() {}

    static void make(Database database) throws SQLException, IOException {
        try (InputStream script = Tables.class.getResourceAsStream("/dev/reelstore/benchmarks/jdbc/schema.sql")) {
            database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static void fill(Database database, int jobs) throws SQLException, IOException {
        make(database);
        try (Connection connection = database.connect()) {
            copy(connection, jobs);
        }
        database.execute("VACUUM ANALYZE", "CHECKPOINT");
    }

    static void copy(Connection connection, int jobs) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Sql.COPY);
        StringBuilder rows = new StringBuilder(1 << 16);
        for (int i = 0; i < jobs; i++) {
            rows.append(UUID.randomUUID())
                    .append("\tdefault\tencode\t")
                    .append(Payload.JSON)
                    .append('\n');
            if (rows.length() > 60_000 || i == jobs - 1) {
                byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                rows.setLength(0);
            }
        }
        copy.endCopy();
    }

    static long count(Database database, String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
