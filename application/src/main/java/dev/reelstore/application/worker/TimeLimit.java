package dev.reelstore.application.worker;

import java.time.Duration;

/**
 * How long something may take, by elapsed time.
 *
 * @param most this long
 * @param since the {@link System#nanoTime()} when it began
 */
record TimeLimit(Duration most, long since) {

    /** What is left of it, zero when nothing is. */
    Duration left(long now) {
        Duration left = most.minusNanos(now - since);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
