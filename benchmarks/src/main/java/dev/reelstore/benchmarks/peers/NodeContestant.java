package dev.reelstore.benchmarks.peers;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Child;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Crossing;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.benchmarks.Workload;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Job stores for Node.js, each in a script of its own that runs as a child process and measures itself. What are threads
 * elsewhere are asynchronous loops in its one process; in bulk they commit 5,000 jobs at a time. Where there is no node they
 * take no part.
 *
 * <p>Both ask for a newer Node.js than 20, but run on that, too.
 */
public final class NodeContestant implements Contestant {

    private static final Map<Workload, Integer> JOBS = new EnumMap<>(Map.of(
            Workload.W1, 8_000,
            Workload.W1B, 8 * 4_000,
            Workload.W2, 100_000,
            Workload.W3, 50_000,
            Workload.W4, 1_000,
            Workload.W4P99, 1_000,
            Workload.W4C, 1_000));

    private final String name;
    private final String schema;

    private NodeContestant(String name, String schema) {
        this.name = name;
        this.schema = schema;
    }

    /**
     * graphile-worker with a local queue of 2,000, completions that go together, and LISTEN. Its workers do not wait for the
     * commit of a completion; it keeps no finished jobs.
     */
    public static NodeContestant graphileWorker() {
        return new NodeContestant("graphile-worker", "graphile_worker");
    }

    /** pg-boss with 16 workers that take and complete 500 jobs at a time, and LISTEN where one waits; finished jobs are kept. */
    public static NodeContestant pgBoss() {
        return new NodeContestant("pg-boss", PgBossHistory.SCHEMA);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<Workload, Race> races() {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        if (!Node.present()) {
            return races;
        }
        JOBS.forEach((workload, jobs) -> races.put(workload, bench -> race(bench, workload, jobs)));
        races.put(Workload.W4X, bench -> pickUpAcrossProcesses(bench, 0.5));
        races.put(Workload.W4XP99, bench -> pickUpAcrossProcesses(bench, 0.99));
        if (schema.equals(PgBossHistory.SCHEMA)) {
            races.putAll(PgBossHistory.races(this));
        }
        return races;
    }

    /** On an empty store. */
    double race(Bench bench, Workload workload, int jobs) throws Exception {
        empty(bench.database());
        return raceOnWhatIsThere(bench, workload, jobs);
    }

    double raceOnWhatIsThere(Bench bench, Workload workload, int jobs) throws Exception {
        String said = Node.run(
                name + ".mjs", url(bench.database()), workload.name(), Integer.toString(bench.of(jobs)), Payload.JSON);
        double[] figures = Arrays.stream(said.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        bench.course().accept(Arrays.copyOfRange(figures, 1, figures.length));
        return figures[0];
    }

    /** Two processes of the script besides this one, which only gives the orders. */
    private double pickUpAcrossProcesses(Bench bench, double part) throws Exception {
        empty(bench.database());
        try (Child worker = start(bench.database(), "WORKER");
                Child enqueuer = start(bench.database(), "ENQUEUER")) {
            return Crossing.pickUp(bench, part, enqueuer, () -> Long.parseLong(worker.hear()));
        }
    }

    private Child start(Database database, String role) throws Exception {
        Child child = Node.start(name + ".mjs", url(database), role, "0", Payload.JSON);
        child.await("ready");
        return child;
    }

    private void empty(Database database) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }

    static String url(Database database) {
        return "postgres://" + Database.USER + "@127.0.0.1:" + database.port() + "/" + database.name();
    }
}
