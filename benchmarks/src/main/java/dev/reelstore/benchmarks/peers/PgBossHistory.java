package dev.reelstore.benchmarks.peers;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Contestant.Race;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.benchmarks.Workload;
import java.util.EnumMap;
import java.util.Map;

/** pg-boss on a store that has grown: finished jobs stay in the table of those that wait. */
final class PgBossHistory {

    static final String SCHEMA = "pgboss";

    private static final int MILLION = 1_000_000;
    private static final int DRAINED = 50_000;
    private static final int SINGLE = 10_000;

    private static final String JOBS = """
            INSERT INTO pgboss.job (name, data, state, policy, start_after, created_on, started_on, completed_on)
            SELECT 'encode', '%2$s', 'completed', 'standard', at, at, at, at
            FROM generate_series(1, %1$d) AS i, LATERAL (
              SELECT now() + (i - %1$d) * interval '10 milliseconds' - interval '1 day') AS past (at)""";

    private static final String FORGET =
            "DELETE FROM pgboss.job WHERE name = 'encode' AND created_on > now() - interval '1 day'";

    private PgBossHistory() {}

    static Map<Workload, Race> races(NodeContestant pgBoss) {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        races.put(Workload.W5M1, with(MILLION, pgBoss, Workload.W5M1, DRAINED));
        races.put(Workload.W5M5, with(5 * MILLION, pgBoss, Workload.W5M5, DRAINED));
        races.put(Workload.W5C, bench -> pgBoss.race(bench, Workload.W5C, SINGLE));
        races.put(Workload.W5CM1, with(MILLION, pgBoss, Workload.W5CM1, SINGLE));
        races.put(Workload.W5CM5, with(5 * MILLION, pgBoss, Workload.W5CM5, SINGLE));
        races.put(Workload.W5CS, bench -> pgBoss.race(bench, Workload.W5CS, SINGLE));
        return races;
    }

    private static Race with(int finished, NodeContestant pgBoss, Workload workload, int jobs) {
        return bench -> {
            Bench grown = bench.filled("finished", finished, PgBossHistory::fill);
            grown.database().execute(FORGET);
            return pgBoss.raceOnWhatIsThere(grown, workload, jobs);
        };
    }

    private static void fill(Database database) throws Exception {
        Node.run("pg-boss.mjs", NodeContestant.url(database), "PREPARE", "0", Payload.JSON);
        database.execute(String.format(JOBS, database.kept(), Payload.JSON));
        Stores.settle(database);
    }
}
