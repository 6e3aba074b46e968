package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.BinaryCopy;
import dev.reelstore.benchmarks.Contestant.Race;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.domain.value.Uuid7;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes the tables of a race ready. */
final class Tables {

    private Tables() {}

    private static void make(Database database) throws SQLException, IOException {
        try (InputStream script = Tables.class.getResourceAsStream("/dev/reelstore/benchmarks/jdbc/schema.sql")) {
            database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** With so many finished jobs that stay. */
    static Race withHistory(int finished, Race race) {
        return bench -> race.run(bench.filled("finished", finished, Tables::fillHistory));
    }

    private static void fillHistory(Database database) throws SQLException, IOException {
        make(database);
        database.execute(String.format(Sql.HISTORY, database.kept(), Payload.JSON));
    }

    /** With so many jobs that wait, and no others but those that stay. */
    static void fill(Database database, int jobs) throws SQLException, IOException {
        if (database.kept() > 0) {
            database.execute("TRUNCATE job_hot", Sql.FORGET);
        } else {
            make(database);
        }
        try (Connection connection = database.connect()) {
            copy(connection, jobs);
        }
        database.execute("VACUUM ANALYZE", "CHECKPOINT");
    }

    static void copy(Connection connection, int jobs) throws SQLException {
        BinaryCopy rows = new BinaryCopy(connection, Sql.COPY);
        byte[] queue = BinaryCopy.bytes("default");
        byte[] kind = BinaryCopy.bytes("encode");
        byte[] payload = BinaryCopy.bytes(Payload.JSON);
        for (int i = 0; i < jobs; i++) {
            rows.row(4).uuid(Uuid7.next()).text(queue).text(kind).text(payload);
        }
        rows.end();
    }
}
