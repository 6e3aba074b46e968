package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Contestant.Race;
import dev.reelstore.benchmarks.Payload;
import java.sql.SQLException;

/** Jobs in such numbers that only SQL puts them there in reasonable time, created one after the other over the last days. */
final class History {

    /** So that nothing has to be thrown away that a race needs: what races create is younger. */
    private static final String BEFORE = "interval '1 day'";

    private static final String JOBS = """
            INSERT INTO reelstore.job (id, type, target_type, target_id, queue, priority, parameters, max_attempts, created_at)
            SELECT uuidv7((i - %1$d) * interval '10 milliseconds' - %2$s), 'encode', 'film', i::text, 'default', 0,
              '%3$s', 5, now() + (i - %1$d) * interval '10 milliseconds' - %2$s
            FROM generate_series(1, %1$d) AS i""";

    private static final String ENDS = """
            INSERT INTO reelstore.job_end
              (job_id, status, run_at, fence, attempts, attempt_limit, token, started_at, finished_at)
            SELECT id, 'COMPLETED', created_at, 1, 1, 5, gen_random_uuid(), created_at, created_at
            FROM reelstore.job""";

    private static final String QUEUED = """
            INSERT INTO reelstore.job_live (job_id, queue, type, priority, run_at, due, attempt_limit)
            SELECT id, queue, type, priority, created_at, TRUE, max_attempts
            FROM reelstore.job""";

    private static final String YOUNG = "(SELECT uuidv7(-" + BEFORE + "))";

    private History() {}

    /** The same race on a store with so many finished jobs. */
    static Race with(int finished, Race race) {
        return bench -> race.run(bench.filled("finished", finished, database -> fill(database, ENDS)));
    }

    /** The same on a store with so many jobs that wait. */
    static Bench queued(Bench bench, int queued) throws Exception {
        return bench.filled("queued", queued, database -> fill(database, QUEUED));
    }

    /** Deletes all that was created since, and all that lives. */
    static void restore(Database database) throws SQLException {
        database.execute(
                "TRUNCATE reelstore.job_live, reelstore.job_gate, reelstore.worker",
                "DELETE FROM reelstore.job_end WHERE job_id > " + YOUNG,
                "DELETE FROM reelstore.job WHERE id > " + YOUNG);
    }

    private static void fill(Database database, String standing) throws SQLException {
        try (Reelstore migrated = ReelstoreContestant.open(database.url())) {
            migrated.persistence();
        }
        database.execute(
                // without triggers, which would keep all rows in memory to tell nobody of them
                "SET session_replication_role = replica",
                String.format(JOBS, database.kept(), BEFORE, Payload.JSON),
                standing);
        Stocks.settle(database);
    }
}
