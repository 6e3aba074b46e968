package dev.reelstore.benchmarks.peers;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Rows;
import dev.reelstore.benchmarks.Workload;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;

/**
 * JobRunr: job requests, in bulk as a stream, which it stores 5,000 at a time. Its workers commit each job when they begin it
 * and when they have done it; finished jobs are kept.
 *
 * <p>It is much slower than the others, so it gets less work in {@link Workload#W2} (20,000) and {@link Workload#W3} (10,000);
 * the figures are rates. Its server waits a second before it looks for work, so that the drain is timed from the begin of the
 * first handler. It takes no part in {@link Workload#W4}: an idle server looks for jobs every five seconds, and refuses to do
 * so more often.
 */
public final class JobRunrContestant implements Contestant {

    private static final int WORKERS = 16;

    /** Connections for what it does beside the jobs. */
    private static final int OTHERS = 4;

    @Override
    public String name() {
        return "jobrunr";
    }

    @Override
    public Map<Workload, Race> races() {
        return Map.of(
                Workload.W1,
                bench -> createOneByOne(bench, 1, 8_000),
                Workload.W1B,
                bench -> createOneByOne(bench, 8, 4_000),
                Workload.W2,
                JobRunrContestant::createInBulk,
                Workload.W3,
                JobRunrContestant::drain);
    }

    private static double createOneByOne(Bench bench, int threads, int full) throws Exception {
        int each = bench.of(full);
        try (JobRunr jobRunr = JobRunr.open(bench.database(), threads + OTHERS)) {
            JobRequestScheduler scheduler = jobRunr.scheduler();
            double seconds = Parallel.seconds(threads, thread -> {
                for (int i = 0; i < each; i++) {
                    scheduler.enqueue(JobRunr.job());
                }
            });
            Rows.await(bench.database(), JobRunr.ALL, (long) threads * each);
            return threads * each / seconds;
        }
    }

    private static double createInBulk(Bench bench) throws Exception {
        int jobs = bench.of(20_000);
        try (JobRunr jobRunr = JobRunr.open(bench.database(), 1 + OTHERS)) {
            JobRequestScheduler scheduler = jobRunr.scheduler();
            double seconds = Parallel.seconds(1, thread -> scheduler.enqueue(JobRunr.jobs(jobs)));
            Rows.await(bench.database(), JobRunr.ALL, jobs);
            return jobs / seconds;
        }
    }

    private static double drain(Bench bench) throws Exception {
        int jobs = bench.of(10_000);
        AtomicLong begin = new AtomicLong();
        CountDownLatch handled = new CountDownLatch(jobs);
        try (JobRunr jobRunr = JobRunr.open(bench.database(), WORKERS + OTHERS)) {
            jobRunr.scheduler().enqueue(JobRunr.jobs(jobs));
            Stores.settle(bench.database());
            BackgroundJobServer server = jobRunr.server(WORKERS, () -> {
                begin.compareAndSet(0, System.nanoTime());
                handled.countDown();
            });
            server.start();
            try {
                Stores.await(handled);
                Rows.await(bench.database(), JobRunr.DONE, jobs);
                return jobs / ((System.nanoTime() - begin.get()) / 1e9);
            } finally {
                server.stop();
            }
        }
    }
}
