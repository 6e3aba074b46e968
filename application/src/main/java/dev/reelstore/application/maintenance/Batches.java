package dev.reelstore.application.maintenance;

import java.time.Duration;
import java.util.function.IntUnaryOperator;

/** Repeats a call until it has no more to do, or it is time to stop. For one thread. */
final class Batches {

    private final Retention retention;
    private final long begun = System.nanoTime();
    private long left;
    private boolean first = true;
    private boolean cutShort;

    Batches(Retention retention) {
        this.retention = retention;
        this.left = retention.most();
    }

    /** How many went, over all batches. */
    long run(IntUnaryOperator batch) {
        long sum = 0;
        while (mayGoOn()) {
            int limit = (int) Math.min(retention.batch(), left);
            int gone = batch.applyAsInt(limit);
            sum += gone;
            left -= gone;
            if (gone < limit) {
                break;
            }
        }
        return sum;
    }

    /** Whether it stopped before there was no more to do. */
    boolean cutShort() {
        return cutShort;
    }

    private boolean mayGoOn() {
        if (!first && !cutShort) {
            pause();
        }
        first = false;
        Duration within = retention.within();
        boolean late = within != null && System.nanoTime() - begun >= within.toNanos();
        cutShort |= left == 0 || late || Thread.currentThread().isInterrupted();
        return !cutShort;
    }

    private void pause() {
        try {
            Thread.sleep(retention.pause().toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
