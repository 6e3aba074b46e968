package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.journal.NewMetric;
import java.time.Duration;

/** Workers that empty a queue, timed until the last completion is durable. */
final class Drains {

    private static final int WORKERS = 16;
    private static final int PREFETCH = 1_000;

    private Drains() {}

    static double returning(Bench bench, Reelstore reelstore) throws Exception {
        return drain(bench, reelstore, bench.of(50_000), context -> {});
    }

    static double committing(Bench bench, Reelstore reelstore) throws Exception {
        return drain(
                bench,
                reelstore,
                bench.of(20_000),
                context -> context.complete(stores ->
                        stores.journal().measure(NewMetric.of(context.job().id(), "encode", Duration.ZERO))));
    }

    private static double drain(Bench bench, Reelstore reelstore, int jobs, JobHandler handler) throws Exception {
        Stocks.fill(bench, reelstore, jobs);
        WorkerSettings settings = WorkerSettings.DEFAULT.concurrency(WORKERS).prefetch(PREFETCH);
        Worker worker = reelstore.worker(NewJob.DEFAULT_QUEUE, settings).handle(Stocks.TYPE, handler);
        JobFilter live = JobFilter.all().status(JobStatus.QUEUED, JobStatus.RUNNING);
        long begin = System.nanoTime();
        worker.start();
        while (reelstore.jobs().count(live) > 0) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        worker.stop(Duration.ofSeconds(10));
        Stocks.mustBeDone(reelstore, jobs);
        return jobs / seconds;
    }
}
