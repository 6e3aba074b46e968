package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.domain.job.NewJob;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** How long it takes from the commit of a job until the handler of an idle worker begins. */
final class PickUps {

    private PickUps() {}

    static double percentile(Bench bench, Reelstore reelstore, double part) throws Exception {
        Stocks.fill(bench, reelstore, 0);
        SynchronousQueue<Long> begun = new SynchronousQueue<>();
        Worker worker = reelstore
                .worker(NewJob.DEFAULT_QUEUE, WorkerSettings.DEFAULT.concurrency(4))
                .handle(Stocks.TYPE, context -> begun.put(System.nanoTime()))
                .start();
        try {
            return Latencies.of(bench.of(1_000), part, () -> {
                reelstore.jobs().create(Stocks.job());
                long committed = System.nanoTime();
                Long at = begun.poll(10, TimeUnit.SECONDS);
                if (at == null) {
                    throw new IllegalStateException("a job was not picked up within 10 s");
                }
                return at - committed;
            });
        } finally {
            worker.stop(Duration.ofSeconds(10));
        }
    }
}
