package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Shift;
import dev.reelstore.benchmarks.TwoProcesses;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker with handlers that return. Its main method is that of the other process of {@link TwoProcesses}. */
final class WorkerShift implements Shift {

    private final AtomicInteger handled = new AtomicInteger();
    private final Worker worker;

    private WorkerShift(Reelstore reelstore) {
        this.worker = Drains.worker(reelstore, context -> handled.incrementAndGet());
    }

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) throws Exception {
        try (Reelstore reelstore = ReelstoreContestant.open(arguments[0])) {
            Shift.obey(() -> new WorkerShift(reelstore));
        }
    }

    static double ofTwo(Bench bench, Reelstore reelstore) throws Exception {
        return TwoProcesses.drain(
                bench,
                new TwoProcesses.Queue() {
                    @Override
                    public void fill(int jobs) throws Exception {
                        Stocks.fill(bench, reelstore, jobs);
                    }

                    @Override
                    public String left() {
                        return "SELECT count(*) FROM (SELECT FROM reelstore.job_live LIMIT 1) AS one";
                    }

                    @Override
                    public void mustHaveEnded(int jobs) throws Exception {
                        Drains.mustHaveEnded(bench.database(), jobs);
                    }
                },
                WorkerShift.class,
                new WorkerShift(reelstore));
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public int stop() {
        worker.stop(Duration.ofSeconds(10));
        return handled.get();
    }
}
