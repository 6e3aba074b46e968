package dev.reelstore.cli.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Several threads that do the same again and again. */
final class Crowd {

    private final LongAdder done = new LongAdder();
    private volatile boolean over;

    private Crowd() {}

    /**
     * How often they do it. What is done in the first half of the time, while all is cold, does not count.
     *
     * @throws RuntimeException the first that one of them met
     */
    static Rate rate(int threads, Duration time, Runnable once) {
        return new Crowd().run(threads, time, once);
    }

    private Rate run(int threads, Duration time, Runnable once) {
        var tasks = Stream.generate(() -> new FutureTask<>(() -> repeat(once), true))
                .limit(threads)
                .toList();
        tasks.forEach(Crowd::start);
        Duration half = time.dividedBy(2);
        Timer.of(half).await(() -> over);
        Meter meter = Meter.start();
        long before = done.sum();
        Timer.of(half).await(() -> over);
        Rate rate = meter.rate(done.sum() - before);
        over = true;
        tasks.forEach(Crowd::join);
        return rate;
    }

    private void repeat(Runnable once) {
        try {
            while (!over) {
                once.run();
                done.increment();
            }
        } finally {
            over = true;
        }
    }

    private static void start(FutureTask<Boolean> task) {
        Thread thread = new Thread(task, "reelstore-bench");
        thread.setDaemon(true);
        thread.start();
    }

    private static void join(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        }
    }
}
