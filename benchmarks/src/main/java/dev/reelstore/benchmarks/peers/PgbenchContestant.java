package dev.reelstore.benchmarks.peers;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.benchmarks.Pgbench;
import dev.reelstore.benchmarks.Workload;
import java.util.Map;

/** PostgreSQL's own: one row inserted into a table without an index but its key, by a client in C. */
public final class PgbenchContestant implements Contestant {

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public Map<Workload, Race> races() {
        return Pgbench.installed()
                ? Map.of(Workload.W1, bench -> insert(bench, 1, 8_000), Workload.W1B, bench -> insert(bench, 8, 4_000))
                : Map.of();
    }

    private static double insert(Bench bench, int clients, int each) throws Exception {
        Database database = bench.database();
        database.execute(
                "DROP TABLE IF EXISTS job",
                "CREATE TABLE job (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text NOT NULL)",
                "CHECKPOINT");
        String script = "INSERT INTO job (payload) VALUES ('" + Payload.JSON + "') RETURNING id;\n";
        return Pgbench.rate(database, script, clients, bench.of(each));
    }
}
