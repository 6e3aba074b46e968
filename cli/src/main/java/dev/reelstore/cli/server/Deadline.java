package dev.reelstore.cli.server;

import java.time.Duration;

/** A moment, by the clock that nobody sets, after which waiting ends. */
record Deadline(long nanoTime) {
    private static final long STEP_MILLIS = 50;

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Waits one short step of a poll, and says whether there is time for another try. */
    boolean awaitNextTry() {
        if (nanoTime - System.nanoTime() <= 0) {
            return false;
        }
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a thread of our own was interrupted", e);
        }
        return true;
    }
}
