package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Calls;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.benchmarks.Workload;
import dev.reelstore.domain.value.Uuid7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.IntStream;

/** What the driver and the server allow, with the guarantees of claims: fence, token, durable, finished jobs kept. */
public final class JdbcContestant implements Contestant {

    private static final int MILLION = 1_000_000;

    private static final List<String> LEVELS =
            List.of("2160p", "1440p", "1080p", "720p", "480p", "360p", "240p", "144p", "original");

    private record Quality(UUID id, String level, String url, String status, boolean first, OffsetDateTime created) {}

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public Map<Workload, Race> races() {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        races.put(Workload.W1, bench -> createOneByOne(bench, 1, 8_000));
        races.put(Workload.W1B, bench -> createOneByOne(bench, 8, 4_000));
        races.put(Workload.W1U, JdbcContestant::createInTransactions);
        races.put(Workload.W2, JdbcContestant::copy);
        races.put(Workload.W3, JdbcDrain::coalesced);
        races.put(Workload.W3B, JdbcShift::ofTwo);
        races.put(Workload.W3S, bench -> JdbcDrain.awaited(bench, bench.of(60_000)));
        races.put(Workload.W3T, bench -> JdbcDrain.eachItsOwn(bench, bench.of(60_000)));
        races.put(Workload.W4, bench -> pickUp(bench, 0.5, false));
        races.put(Workload.W4P99, bench -> pickUp(bench, 0.99, false));
        races.put(Workload.W4C, bench -> pickUp(bench, 0.5, true));
        races.put(Workload.W4X, bench -> Listening.pickUp(bench, 0.5));
        races.put(Workload.W4XP99, bench -> Listening.pickUp(bench, 0.99));
        races.put(Workload.W5M1, Tables.withHistory(MILLION, JdbcDrain::coalesced));
        races.put(Workload.W5M5, Tables.withHistory(5 * MILLION, JdbcDrain::coalesced));
        races.put(Workload.W5S, JdbcDrain::coalescedUnderSnapshot);
        races.put(Workload.W5C, SingleClaims::lastTenth);
        races.put(Workload.W5CM1, Tables.withHistory(MILLION, SingleClaims::lastTenth));
        races.put(Workload.W5CM5, Tables.withHistory(5 * MILLION, SingleClaims::lastTenth));
        races.put(Workload.W5CS, SingleClaims::lastTenthUnderSnapshot);
        races.put(Workload.W6, JdbcContestant::claimFifty);
        races.put(Workload.W7, JdbcContestant::publish);
        races.put(Workload.W8, JdbcContestant::listQualities);
        races.put(Workload.W8B, JdbcContestant::findJobs);
        races.put(Workload.W9, JdbcContestant::oneByOne);
        races.put(Workload.W11, BarePool::firstAnswer);
        races.put(Workload.W12, JdbcContestant::countLive);
        races.put(Workload.W12M5, Tables.withHistory(5 * MILLION, JdbcContestant::countLive));
        return races;
    }

    private static double createOneByOne(Bench bench, int threads, int full) throws Exception {
        return create(bench, threads, full, true);
    }

    private static double createInTransactions(Bench bench) throws Exception {
        return create(bench, 16, 2_000, false);
    }

    private static double create(Bench bench, int threads, int full, boolean autoCommit) throws Exception {
        Tables.fill(bench.database(), 0);
        int each = bench.of(full);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                connections.add(bench.database().connect());
            }
            return threads
                    * each
                    / Parallel.seconds(threads, thread -> {
                        Connection connection = connections.get(thread);
                        connection.setAutoCommit(autoCommit);
                        try (PreparedStatement insert = connection.prepareStatement(Sql.INSERT)) {
                            for (int i = 0; i < each; i++) {
                                create(insert);
                                if (!autoCommit) {
                                    connection.commit();
                                }
                            }
                        }
                    });
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    static void create(PreparedStatement insert) throws SQLException {
        insert.setObject(1, Uuid7.next());
        insert.setString(2, Payload.JSON);
        insert.executeUpdate();
    }

    private static double copy(Bench bench) throws Exception {
        Tables.fill(bench.database(), 0);
        int jobs = bench.of(100_000);
        try (Connection connection = bench.database().connect()) {
            return jobs / Parallel.seconds(1, thread -> Tables.copy(connection, jobs));
        }
    }

    private static double claimFifty(Bench bench) throws Exception {
        int rounds = bench.of(400);
        Tables.fill(bench.database(), rounds * 50);
        UUID worker = UUID.randomUUID();
        try (Connection connection = bench.database().connect();
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM)) {
            return rounds
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < rounds; i++) {
                            if (Held.claim(claim, worker, 50).size() != 50) {
                                throw new IllegalStateException("the queue is empty");
                            }
                        }
                    });
        }
    }

    private static double oneByOne(Bench bench) throws Exception {
        Tables.fill(bench.database(), 0);
        int rounds = bench.of(2_000);
        UUID worker = UUID.randomUUID();
        try (Connection connection = bench.database().connect();
                PreparedStatement insert = connection.prepareStatement(Sql.INSERT);
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM);
                PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE_ONE)) {
            return rounds
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < rounds; i++) {
                            create(insert);
                            Held.claim(claim, worker, 1).get(0).complete(complete);
                        }
                    });
        }
    }

    /** The worker waits for a permit that the enqueuer gives after its commit. */
    private static double pickUp(Bench bench, double part, boolean fromCall) throws Exception {
        Tables.fill(bench.database(), 0);
        Semaphore work = new Semaphore(0);
        SynchronousQueue<Long> begun = new SynchronousQueue<>();
        Thread worker = new Thread(() -> pickUps(bench, work, begun), "bench-worker");
        worker.setDaemon(true);
        worker.start();
        try (Connection connection = bench.database().connect();
                PreparedStatement insert = connection.prepareStatement(Sql.INSERT)) {
            return Latencies.of(bench.of(1_000), part, () -> {
                long called = System.nanoTime();
                create(insert);
                long committed = System.nanoTime();
                work.release();
                return begun.take() - (fromCall ? called : committed);
            });
        } finally {
            worker.interrupt();
            worker.join();
        }
    }

    private static void pickUps(Bench bench, Semaphore work, SynchronousQueue<Long> begun) {
        UUID id = UUID.randomUUID();
        try (Connection connection = bench.database().connect();
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM);
                PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE_ONE)) {
            while (true) {
                work.acquire();
                for (Held held : Held.claim(claim, id, 1)) {
                    begun.put(System.nanoTime());
                    held.complete(complete);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double publish(Bench bench) throws Exception {
        int rounds = bench.of(2_000);
        Tables.fill(bench.database(), rounds);
        bench.database()
                .execute("INSERT INTO video (id) SELECT gen_random_uuid() FROM generate_series(1, " + rounds + ")");
        try (Connection connection = bench.database().connect();
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM);
                PreparedStatement put = connection.prepareStatement(Sql.PUT_QUALITIES);
                PreparedStatement first = connection.prepareStatement(Sql.SET_DEFAULT);
                PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE_ONE)) {
            List<UUID> videos = ids(connection, "SELECT id FROM video");
            List<Held> held = Held.claim(claim, UUID.randomUUID(), rounds);
            connection.setAutoCommit(false);
            return rounds
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < rounds; i++) {
                            UUID[] qualities = IntStream.range(0, 9)
                                    .mapToObj(level -> UUID.randomUUID())
                                    .toArray(UUID[]::new);
                            put.setObject(1, videos.get(i));
                            put.setArray(2, connection.createArrayOf("uuid", qualities));
                            put.setArray(3, connection.createArrayOf("text", LEVELS.toArray()));
                            put.setArray(
                                    4, connection.createArrayOf("smallint", new Integer[] {1, 2, 3, 4, 5, 6, 7, 8, 9}));
                            put.setArray(
                                    5,
                                    connection.createArrayOf(
                                            "text",
                                            LEVELS.stream()
                                                    .map(level -> "file:///" + level)
                                                    .toArray()));
                            put.executeUpdate();
                            first.setObject(1, qualities[0]);
                            first.setObject(2, videos.get(i));
                            first.executeUpdate();
                            held.get(i).complete(complete);
                            connection.commit();
                        }
                    });
        }
    }

    private static double listQualities(Bench bench) throws Exception {
        Tables.fill(bench.database(), 0);
        bench.database()
                .execute(
                        "INSERT INTO video (id) VALUES (gen_random_uuid())",
                        "INSERT INTO quality (id, video, level, rank, url, status) SELECT gen_random_uuid(), v.id, l.level, l.rank,"
                                + " 'file:///' || l.level, 'READY' FROM video v, unnest(ARRAY['"
                                + String.join("','", LEVELS)
                                + "']) WITH ORDINALITY AS l (level, rank)");
        int count = bench.of(20_000);
        try (Connection connection = bench.database().connect();
                PreparedStatement list = connection.prepareStatement(Sql.LIST_QUALITIES)) {
            UUID video = ids(connection, "SELECT id FROM video").get(0);
            return count
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < count; i++) {
                            list.setObject(1, video);
                            if (qualities(list).size() != 9) {
                                throw new IllegalStateException("a rendition is missing");
                            }
                        }
                    });
        }
    }

    private static List<Quality> qualities(PreparedStatement list) throws SQLException {
        List<Quality> qualities = new ArrayList<>();
        try (ResultSet rows = list.executeQuery()) {
            while (rows.next()) {
                qualities.add(new Quality(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getObject(6, OffsetDateTime.class)));
            }
        }
        return qualities;
    }

    private static double findJobs(Bench bench) throws Exception {
        Tables.fill(bench.database(), 1_000);
        int count = bench.of(20_000);
        try (Connection connection = bench.database().connect();
                PreparedStatement find = connection.prepareStatement(Sql.FIND)) {
            List<UUID> ids = ids(connection, "SELECT id FROM job_hot");
            return count
                    / Parallel.seconds(1, thread -> {
                        for (int i = 0; i < count; i++) {
                            find.setObject(1, ids.get(i % ids.size()));
                            find.setObject(2, ids.get(i % ids.size()));
                            try (ResultSet rows = find.executeQuery()) {
                                rows.next();
                                for (int column = 1; column <= 10; column++) {
                                    rows.getObject(column);
                                }
                            }
                        }
                    });
        }
    }

    private static double countLive(Bench bench) throws Exception {
        Tables.fill(bench.database(), 5_000);
        try (Connection connection = bench.database().connect();
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM);
                PreparedStatement count = connection.prepareStatement(Sql.COUNT_LIVE)) {
            Held.claim(claim, UUID.randomUUID(), 500);
            count.setString(1, "default");
            return Calls.perSecond(bench, () -> {
                try (ResultSet rows = count.executeQuery()) {
                    rows.next();
                    if (rows.getLong(1) != 4_500 || rows.getLong(2) != 500) {
                        throw new IllegalStateException("counted " + rows.getLong(1) + " and " + rows.getLong(2));
                    }
                }
            });
        }
    }

    private static List<UUID> ids(Connection connection, String question) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(question);
                ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
