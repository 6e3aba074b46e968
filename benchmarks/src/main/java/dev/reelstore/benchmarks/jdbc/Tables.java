package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Contestant.Race;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.domain.value.Uuid7;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

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
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Sql.COPY);
        byte[] queue = "default".getBytes(StandardCharsets.UTF_8);
        byte[] kind = "encode".getBytes(StandardCharsets.UTF_8);
        byte[] payload = Payload.JSON.getBytes(StandardCharsets.UTF_8);
        ByteBuffer rows = ByteBuffer.allocate(1 << 16);
        rows.put(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0});
        int noFlags = 0;
        int noExtension = 0;
        rows.putInt(noFlags).putInt(noExtension);
        for (int i = 0; i < jobs; i++) {
            if (rows.remaining() < 1_000) {
                copy.writeToCopy(rows.array(), 0, rows.position());
                rows.clear();
            }
            UUID id = Uuid7.next();
            rows.putShort((short) 4)
                    .putInt(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
            for (byte[] text : List.of(queue, kind, payload)) {
                rows.putInt(text.length).put(text);
            }
        }
        rows.putShort((short) -1);
        copy.writeToCopy(rows.array(), 0, rows.position());
        copy.endCopy();
    }
}
