package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own until it is ended. No exception ends it: while its step fails it
 * backs off, and the log hears of it when the failures begin and when they are over. Safe from any thread.
 */
final class Loop {

    /** What is done each time; answers how long to wait until the next. */
    @FunctionalInterface
    interface Step {

        Duration run();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final String what;
    private final Step step;
    private final RetryPolicy backOff;
    private final Thread thread;
    private final Object monitor = new Object();
    private boolean woken;
    private boolean ended;
    private int failures;

    /**
     * @param what for the log and the thread's name
     * @param longestBackOff between two tries while the step fails
     * @param daemon whether the process may end while it runs
     */
    Loop(String queue, String what, Step step, Duration longestBackOff, boolean daemon) {
        this.what = "Worker on queue '" + queue + "': " + what;
        this.step = step;
        this.backOff = new RetryPolicy(1_000, Duration.ofMillis(100), 2.0, longestBackOff, false);
        this.thread = new Thread(this::run, WorkerThreads.prefix(queue) + what);
        thread.setDaemon(daemon);
    }

    void start() {
        thread.start();
    }

    /** Cuts the present wait, or the next one, short. */
    void wake() {
        synchronized (monitor) {
            woken = true;
            monitor.notifyAll();
        }
    }

    /** Lets the present step be the last. */
    void end() {
        synchronized (monitor) {
            ended = true;
            monitor.notifyAll();
        }
    }

    /** Whether its thread has nothing more to do. */
    boolean over() {
        return !thread.isAlive();
    }

    /** Waits for the last step, but not longer than this. */
    void join(Duration most) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(thread, most.toNanos());
    }

    private void run() {
        while (true) {
            Duration wait = once();
            if (!continuedAfter(wait)) {
                return;
            }
        }
    }

    private Duration once() {
        try {
            Duration wait = step.run();
            if (failures > 0) {
                LOG.info("{} works again after {} failures", what, failures);
                failures = 0;
            }
            return wait;
        } catch (Throwable failure) {
            failures++;
            if (failures == 1) {
                tell(failure);
            }
            return backOff.delay(Math.min(failures, 20), ThreadLocalRandom.current());
        }
    }

    private void tell(Throwable failure) {
        if (failure instanceof StoreException) {
            LOG.warn("{} fails and is tried again until it works: {}", what, failure.getMessage());
        } else {
            LOG.warn("{} fails and is tried again until it works", what, failure);
        }
    }

    private boolean continuedAfter(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        synchronized (monitor) {
            long left = until - System.nanoTime();
            while (!ended && !woken && left > 0) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(monitor, left);
                } catch (InterruptedException nobodyMayStopUsSo) {
                    break;
                }
                left = until - System.nanoTime();
            }
            woken = false;
            return !ended;
        }
    }
}
