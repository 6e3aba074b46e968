package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Child;
import dev.reelstore.benchmarks.Heap;
import dev.reelstore.benchmarks.Orders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that works on a long queue, and says what the most was that lived on its heap meanwhile. */
final class WorkerHeap {

    private static final String MOST = "256m";
    private static final int QUEUED = 1_000_000;
    private static final int SAMPLES = 10;
    private static final int JOBS_BETWEEN = 2_000;

    private WorkerHeap() {}

    static double measured(Bench bench) throws Exception {
        String url = History.queued(bench, QUEUED).database().url();
        try (Child process = Child.jvm(WorkerHeap.class, MOST, url)) {
            return Double.parseDouble(process.hear());
        }
    }

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) throws Exception {
        Orders.none();
        try (Reelstore reelstore = ReelstoreContestant.open(arguments[0])) {
            AtomicInteger handled = new AtomicInteger();
            Worker worker = Drains.worker(reelstore, context -> handled.incrementAndGet())
                    .start();
            double most = 0;
            for (int sample = 1; sample <= SAMPLES; sample++) {
                while (handled.get() < sample * JOBS_BETWEEN) {
                    Thread.sleep(1);
                }
                most = Math.max(most, Heap.live());
            }
            worker.stop(Duration.ofSeconds(10));
            Orders.say(most);
        }
    }
}
