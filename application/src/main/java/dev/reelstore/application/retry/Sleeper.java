package dev.reelstore.application.retry;

import java.time.Duration;

/** Elapsed time and waiting, so that tests of waits need not wait. */
interface Sleeper {

    /** The real one. */
    Sleeper SYSTEM = new Sleeper() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration wait) throws InterruptedException {
            Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
        }
    };

    /** As {@link System#nanoTime()}: only differences mean something. */
    long nanoTime();

    /** Waits this long. */
    void sleep(Duration wait) throws InterruptedException;
}
