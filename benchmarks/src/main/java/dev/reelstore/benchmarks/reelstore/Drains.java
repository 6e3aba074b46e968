package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Effects;
import dev.reelstore.benchmarks.Rows;
import dev.reelstore.benchmarks.Snapshot;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.JobOutput;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Workers that empty a queue, timed until the last completion is durable. */
final class Drains {

    private static final int JOBS = 200_000;

    private static final int WORKERS = 16;
    private static final int PREFETCH = 1_000;
    private static final int HELD = 2_000;
    private static final long LIMIT_SECONDS = 300;

    private Drains() {}

    static double returning(Bench bench, Reelstore reelstore) throws Exception {
        int jobs = bench.of(JOBS);
        Stocks.fill(bench, reelstore, jobs);
        return drain(bench, reelstore, jobs, 0, context -> {});
    }

    static double committing(Bench bench, Reelstore reelstore) throws Exception {
        return committing(
                bench,
                reelstore,
                context -> context.complete(
                        JobOutput.NONE.measure(NewMetric.of(context.job().id(), Stocks.TYPE, Duration.ZERO))));
    }

    static double committingOwn(Bench bench, Reelstore reelstore, SqlGateway tables) throws Exception {
        Effects.make(bench.database());
        return committing(
                bench,
                reelstore,
                context -> context.complete(
                        stores -> tables.execute(Effects.INSERT, context.job().id())));
    }

    private static double committing(Bench bench, Reelstore reelstore, JobHandler handler) throws Exception {
        int jobs = bench.of(60_000);
        Stocks.fill(bench, reelstore, jobs);
        return drain(bench, reelstore, jobs, 0, handler);
    }

    static double underSnapshot(Bench bench, Reelstore reelstore) throws Exception {
        int jobs = bench.of(JOBS);
        Stocks.fill(bench, reelstore, jobs);
        try (Snapshot held = Snapshot.hold(bench.database())) {
            return drain(bench, reelstore, jobs, 0, context -> {});
        }
    }

    static double besideOthers(Bench bench, Reelstore reelstore) throws Exception {
        int jobs = bench.of(JOBS);
        Stocks.fill(bench, reelstore, jobs + HELD);
        try (OtherWorkers others = OtherWorkers.holding(reelstore, HELD)) {
            double rate = drain(bench, reelstore, jobs, HELD, context -> {});
            others.mustHoldAll();
            return rate;
        }
    }

    static Worker worker(Reelstore reelstore, JobHandler handler) {
        return reelstore
                .worker(
                        NewJob.DEFAULT_QUEUE,
                        WorkerSettings.DEFAULT.concurrency(WORKERS).prefetch(PREFETCH))
                .handle(Stocks.TYPE, handler);
    }

    static void mustHaveEnded(Database database, int jobs) throws Exception {
        Rows.mustBe(
                database,
                "SELECT count(*) FROM reelstore.job_end WHERE status = 'COMPLETED'",
                (long) database.kept() + jobs);
    }

    private static double drain(Bench bench, Reelstore reelstore, int jobs, int held, JobHandler handler)
            throws Exception {
        CountDownLatch handled = new CountDownLatch(jobs);
        Worker worker = worker(reelstore, context -> {
            handler.handle(context);
            handled.countDown();
        });
        long begin = System.nanoTime();
        worker.start();
        // the store is asked only at the end: it has other things to do until then
        if (!handled.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(handled.getCount() + " jobs were not handled in " + LIMIT_SECONDS + " s");
        }
        Rows.await(bench.database(), "SELECT count(*) FROM reelstore.job_live", held);
        double seconds = (System.nanoTime() - begin) / 1e9;
        worker.stop(Duration.ofSeconds(10));
        mustHaveEnded(bench.database(), jobs);
        return jobs / seconds;
    }
}
