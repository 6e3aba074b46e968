package dev.reelstore.benchmarks;

import dev.reelstore.benchmarks.BenchServer.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own client in C, which sends one statement again and again, prepared. */
public final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private Pgbench() {}

    /**
     * How often a second the script was done.
     *
     * @param each how often each client does it
     */
    public static double rate(Database database, String script, int clients, int each) throws Exception {
        Path file = Files.createTempFile("pgbench", ".sql");
        try {
            Files.writeString(file, script);
            Process pgbench = new ProcessBuilder(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--file=" + file,
                            "--client=" + clients,
                            "--jobs=" + Math.min(2, clients),
                            "--transactions=" + each,
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
            Files.delete(file);
        }
    }

    /** Whether it is on this machine. */
    public static boolean installed() {
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
