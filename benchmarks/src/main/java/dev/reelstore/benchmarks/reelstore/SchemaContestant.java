package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.BinaryCopy;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.benchmarks.Pgbench;
import dev.reelstore.benchmarks.Workload;
import dev.reelstore.domain.value.Uuid7;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a schema allows, whoever uses it: the rows of a create written by hand, one by one by PostgreSQL's own client, and in
 * bulk by COPY.
 */
public final class SchemaContestant implements Contestant {

    private static final byte[] QUEUE = BinaryCopy.bytes("default");
    private static final byte[] TYPE = BinaryCopy.bytes("encode");
    private static final byte[] TARGET = BinaryCopy.bytes("film");
    private static final byte[] PARAMETERS = BinaryCopy.bytes(Payload.JSON);

    private static final int ATTEMPTS = 3;

    private final String name;
    private final List<String> preparation;
    private final List<Copy> copies;

    /** @param preparation scripts that make what has to be there besides Reelstore's schema */
    private SchemaContestant(String name, List<String> preparation, Copy... copies) {
        this.name = name;
        this.preparation = preparation;
        this.copies = List.of(copies);
    }

    /** Reelstore's own tables: what is left is the work of its client. */
    public static SchemaContestant sameTables() {
        return new SchemaContestant(
                "same-tables",
                List.of(),
                new Copy("reelstore.job (" + Copy.OF_JOB + ")", 9, SchemaContestant::job),
                new Copy(
                        "reelstore.job_live (job_id, queue, type, priority, run_at, due, attempt_limit)",
                        7,
                        (row, id, now) -> row.uuid(id)
                                .text(QUEUE)
                                .text(TYPE)
                                .smallint(0)
                                .time(now)
                                .yes()
                                .integer(ATTEMPTS)));
    }

    /** One table of live jobs with the same columns, rules and indexes. */
    public static SchemaContestant oneTable() {
        return new SchemaContestant(
                "one-table",
                List.of("one-table-schema"),
                new Copy(
                        "reelstore.one_table (" + Copy.OF_JOB + ", run_at, due, attempt_limit)",
                        12,
                        (row, id, now) -> job(row, id, now).time(now).yes().integer(ATTEMPTS)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<Workload, Race> races() {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        races.put(Workload.W2, this::createInBulk);
        if (Pgbench.installed()) {
            races.put(Workload.W1, bench -> createOneByOne(bench, 1, 8_000));
            races.put(Workload.W1B, bench -> createOneByOne(bench, 8, 4_000));
        }
        return races;
    }

    private double createOneByOne(Bench bench, int clients, int each) throws Exception {
        ready(bench.database());
        return Pgbench.rate(bench.database(), script(name).formatted(Payload.JSON), clients, bench.of(each));
    }

    private double createInBulk(Bench bench) throws Exception {
        ready(bench.database());
        List<UUID> ids = Stream.generate(Uuid7::next).limit(bench.of(100_000)).toList();
        try (Connection connection = bench.database().connect()) {
            connection.setAutoCommit(false);
            return ids.size()
                    / Parallel.seconds(1, thread -> {
                        for (Copy copy : copies) {
                            copy.run(connection, ids);
                        }
                        connection.commit();
                    });
        }
    }

    private void ready(Database database) throws Exception {
        ReelstoreContestant.open(database.url()).close();
        Stocks.empty(database);
        for (String made : preparation) {
            database.execute(script(made));
        }
        Stocks.settle(database);
    }

    private static BinaryCopy job(BinaryCopy row, UUID id, Instant now) throws SQLException {
        return row.uuid(id)
                .text(TYPE)
                .text(TARGET)
                .text(BinaryCopy.bytes(id.toString()))
                .text(QUEUE)
                .smallint(0)
                .text(PARAMETERS)
                .integer(ATTEMPTS)
                .time(now);
    }

    private static String script(String named) throws IOException {
        try (InputStream script =
                SchemaContestant.class.getResourceAsStream("/dev/reelstore/benchmarks/reelstore/" + named + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Copy(String into, int columns, Values values) {

        private static final String OF_JOB =
                "id, type, target_type, target_id, queue, priority, parameters, max_attempts, created_at";

        private interface Values {

            BinaryCopy add(BinaryCopy row, UUID id, Instant now) throws SQLException;
        }

        void run(Connection connection, List<UUID> ids) throws SQLException {
            Instant now = Instant.now();
            BinaryCopy rows = new BinaryCopy(connection, "COPY " + into + " FROM STDIN (FORMAT binary)");
            for (UUID id : ids) {
                values.add(rows.row(columns), id, now);
            }
            rows.end();
        }
    }
}
