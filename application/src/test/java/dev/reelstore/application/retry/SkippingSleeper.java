package dev.reelstore.application.retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by waiting, and waits that take none. */
final class SkippingSleeper implements Sleeper {

    private final List<Duration> waits = new ArrayList<>();
    private long now = -5;
    private boolean interrupted;

    List<Duration> waits() {
        return waits;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    void interruptNextWait() {
        interrupted = true;
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration wait) throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException();
        }
        waits.add(wait);
        pass(wait);
    }
}
