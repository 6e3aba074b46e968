package dev.reelstore.cli.bench;

import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from the commit of a job until the handler of an idle worker begins.
 *
 * @param medianMicros half of them took at most so long
 * @param p99Micros 99 of 100 took at most so long
 */
public record PickUps(double medianMicros, double p99Micros) {

    private static final int HANDLERS = 4;
    private static final long PAUSE_MILLIS = 10;
    private static final long PATIENCE_SECONDS = 10;

    static PickUps of(BenchQueue queue, Duration time) {
        SynchronousQueue<Long> begun = new SynchronousQueue<>();
        Timings timings = new Timings();
        Timer timer = Timer.of(time);
        try (var worker = queue.start(
                WorkerSettings.DEFAULT.concurrency(HANDLERS),
                context -> begun.offer(System.nanoTime(), PATIENCE_SECONDS, TimeUnit.SECONDS))) {
            do {
                Timer.pause(PAUSE_MILLIS);
                queue.create();
                long committed = System.nanoTime();
                timings.add(next(begun) - committed);
            } while (!timer.over());
        }
        return new PickUps(timings.median(), timings.micros(0.99));
    }

    private static long next(SynchronousQueue<Long> begun) {
        try {
            Long at = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (at != null) {
                return at;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new StoreOperationException(
                "a job was not picked up within " + PATIENCE_SECONDS + " s", Repeat.SAFE, null);
    }
}
