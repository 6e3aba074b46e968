package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Child;
import dev.reelstore.benchmarks.Crossing;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.domain.job.NewJob;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** How long it takes from the commit of a job until the handler of an idle worker begins. */
final class PickUps {

    private PickUps() {}

    /** @param fromCall from the call of the create on, instead of from its commit */
    static double percentile(Bench bench, Reelstore reelstore, double part, boolean fromCall) throws Exception {
        return with(
                bench,
                reelstore,
                begun -> Latencies.of(bench.of(1_000), part, () -> {
                    long called = System.nanoTime();
                    reelstore.jobs().create(Stocks.job());
                    long committed = System.nanoTime();
                    return next(begun) - (fromCall ? called : committed);
                }));
    }

    static double acrossProcesses(Bench bench, Reelstore reelstore, double part) throws Exception {
        return with(bench, reelstore, begun -> {
            try (Child enqueuer =
                    Child.jvm(EnqueuerProcess.class, "256m", bench.database().url())) {
                enqueuer.await("ready");
                return Crossing.pickUp(bench, part, enqueuer, () -> next(begun));
            }
        });
    }

    private interface Measure {

        double by(BlockingQueue<Long> begun) throws Exception;
    }

    private static double with(Bench bench, Reelstore reelstore, Measure measure) throws Exception {
        Stocks.fill(bench, reelstore, 0);
        BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
        Worker worker = reelstore
                .worker(NewJob.DEFAULT_QUEUE, WorkerSettings.DEFAULT.concurrency(4))
                .handle(Stocks.TYPE, context -> begun.put(System.nanoTime()))
                .start();
        try {
            return measure.by(begun);
        } finally {
            worker.stop(Duration.ofSeconds(10));
        }
    }

    private static long next(BlockingQueue<Long> begun) throws InterruptedException {
        Long at = begun.poll(10, TimeUnit.SECONDS);
        if (at == null) {
            throw new IllegalStateException("a job was not picked up within 10 s");
        }
        return at;
    }
}
