package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Stores;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the store of a race ready. */
final class Stocks {

    static final String TYPE = "encode";
    private static final int AT_ONCE = 5_000;
    private static final AtomicLong FILMS = new AtomicLong();

    private Stocks() {}

    static NewJob job() {
        return NewJob.of(TYPE, new Target("film", Long.toString(FILMS.incrementAndGet())))
                .parameters(Payload.JSON);
    }

    static List<NewJob> jobs(int count) {
        List<NewJob> jobs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            jobs.add(job());
        }
        return jobs;
    }

    /** Empties the store, but for what it keeps from race to race, and fills it with so many queued jobs. */
    static void fill(Bench bench, Stores stores, int count) throws SQLException {
        empty(bench.database());
        for (int done = 0; done < count; done += AT_ONCE) {
            stores.jobs().createAll(jobs(Math.min(AT_ONCE, count - done)));
        }
        settle(bench.database());
    }

    static void empty(Database database) throws SQLException {
        database.execute("TRUNCATE reelstore.video CASCADE");
        if (database.kept() > 0) {
            History.restore(database);
        } else {
            database.execute("TRUNCATE reelstore.job, reelstore.job_live, reelstore.job_end, reelstore.job_stage,"
                    + " reelstore.job_log, reelstore.job_metric, reelstore.job_gate, reelstore.worker CASCADE");
        }
    }

    static void settle(Database database) throws SQLException {
        database.execute("VACUUM ANALYZE", "CHECKPOINT");
    }
}
