package dev.reelstore.cli.bench;

import dev.reelstore.application.worker.WorkerSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Queued jobs worked off by handlers that merely return. */
final class Drain {

    /** How many handlers run at once. */
    static final int WORKERS = 16;

    private static final int AT_ONCE = 1_000;
    private static final int PATIENCE = 4;
    private static final WorkerSettings SETTINGS =
            WorkerSettings.DEFAULT.concurrency(WORKERS).prefetch(AT_ONCE);

    private Drain() {}

    /**
     * Adds to the jobs that wait already, and works all of them off until the last completion is durable. The first third,
     * while all is cold, does not count; what is not done after several times the time is left.
     */
    static Rate of(BenchQueue queue, Duration time) {
        Timer filling = Timer.of(time.dividedBy(2));
        while (!filling.over()) {
            queue.createAll(AT_ONCE);
        }
        long stock = queue.made();
        AtomicLong returned = new AtomicLong();
        try (var worker = queue.start(SETTINGS, context -> returned.incrementAndGet())) {
            Timer.of(time).await(() -> returned.get() >= stock / 3);
            Meter meter = Meter.start();
            long before = returned.get();
            Timer patience = Timer.of(time.multipliedBy(PATIENCE));
            patience.await(() -> returned.get() >= stock);
            long left = queue.unfinished();
            while (left > 0 && !patience.over()) {
                left = queue.unfinished();
            }
            return meter.rate(Math.max(0, stock - left - before));
        }
    }
}
