package dev.reelstore.cli.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A time that runs from its making on. Safe from any thread. */
final class Timer {

    private static final long LOOK_MILLIS = 1;

    private final long begin = System.nanoTime();
    private final Duration time;

    private Timer(Duration time) {
        this.time = time;
    }

    static Timer of(Duration time) {
        return new Timer(time);
    }

    boolean over() {
        return System.nanoTime() - begin >= time.toNanos();
    }

    /** Waits until this holds or the time is over. */
    void await(BooleanSupplier condition) {
        while (!over() && !condition.getAsBoolean()) {
            pause(LOOK_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        }
    }
}
