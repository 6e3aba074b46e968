package dev.reelstore.benchmarks.peers;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.benchmarks.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own: one row inserted into a table without an index but its key, by a client in C. */
public final class PgbenchContestant implements Contestant {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public Map<Workload, Race> races() {
        return installed()
                ? Map.of(Workload.W1, bench -> insert(bench, 1, 8_000), Workload.W1B, bench -> insert(bench, 8, 4_000))
                : Map.of();
    }

    private static double insert(Bench bench, int clients, int each) throws Exception {
        Database database = bench.database();
        database.execute(
                "DROP TABLE IF EXISTS job",
                "CREATE TABLE job (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text NOT NULL)",
                "CHECKPOINT");
        Path script = Files.createTempFile("insert", ".sql");
        try {
            Files.writeString(script, "INSERT INTO job (payload) VALUES ('" + Payload.JSON + "') RETURNING id;\n");
            Process pgbench = new ProcessBuilder(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--file=" + script,
                            "--client=" + clients,
                            "--jobs=" + Math.min(2, clients),
                            "--transactions=" + bench.of(each),
                            "--host=127.0.0.1",
                            "--port=" + database.port(),
                            "--username=" + Database.USER,
                            database.name())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(said);
            if (pgbench.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(script);
        }
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
