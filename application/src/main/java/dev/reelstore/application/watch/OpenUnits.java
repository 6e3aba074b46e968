package dev.reelstore.application.watch;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The units that are open, and one daemon thread that looks for those which are so for too long; the thread is there
 * only once a unit was opened that needs it. Safe from any thread.
 */
final class OpenUnits implements AutoCloseable {

    private static final int LOOKS_PER_LIMIT = 4;

    private final Set<OpenUnit> open = ConcurrentHashMap.newKeySet();
    private final Logger log;
    private final long limit;
    private volatile boolean looking;
    private @Nullable ScheduledExecutorService thread;
    private boolean closed;

    OpenUnits(Duration limit, Logger log) {
        this.limit = limit.toNanos();
        this.log = log;
    }

    /** Of a unit that its own thread tells of at its end: no thread looks for it alone. */
    void add(OpenUnit unit) {
        open.add(unit);
    }

    /** Of a unit that must be told of while it is open. */
    void addAndLook(OpenUnit unit) {
        open.add(unit);
        if (!looking) {
            startLooking();
        }
    }

    void remove(OpenUnit unit) {
        if (open.remove(unit) && unit.nanosOpen() >= limit) {
            tellEnd(unit);
        }
    }

    private synchronized void startLooking() {
        if (thread == null && !closed) {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread created = new Thread(task, "reelstore-open-units");
                created.setDaemon(true);
                return created;
            });
            long pause = Math.max(limit / LOOKS_PER_LIMIT, 1_000_000);
            executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
            thread = executor;
        }
        looking = true;
    }

    private void look() {
        for (OpenUnit unit : open) {
            if (unit.nanosOpen() >= limit && unit.tell()) {
                tellOpen(unit);
            }
        }
    }

    private void tellOpen(OpenUnit unit) {
        StackTraceElement[] stack = unit.thread().getStackTrace();
        log.warn(
                "Unit of work '{}' is open for {}s by now: opened at {}, its thread '{}' is at {}. Others wait for what it"
                        + " holds; do long work outside of units",
                name(unit),
                seconds(unit),
                unit.openedAt(stack),
                unit.thread().getName(),
                stack.length == 0 ? "its end" : Place.text(stack[0]));
    }

    private void tellEnd(OpenUnit unit) {
        if (unit.tell()) {
            log.warn(
                    "Unit of work '{}' was open for {}s: opened at {}. Others wait for what it holds; do long work outside"
                            + " of units",
                    name(unit),
                    seconds(unit),
                    unit.openedAt(Thread.currentThread().getStackTrace()));
        } else {
            log.info("Unit of work '{}' has ended after {}s", name(unit), seconds(unit));
        }
    }

    private static String name(OpenUnit unit) {
        return unit.name().replaceAll("\\R", " ");
    }

    private static String seconds(OpenUnit unit) {
        return String.format(Locale.ROOT, "%.2f", unit.nanosOpen() / 1e9);
    }

    /** Ends the thread; nobody looks any more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
