package dev.reelstore.cli.bench;

import java.time.Duration;

/**
 * Jobs created one by one, each acknowledged after its commit.
 *
 * @param aloneMicros what half of the creates of a single thread took at most
 * @param alonePerSecond by a single thread
 * @param together by {@value #THREADS} threads
 */
public record Creates(double aloneMicros, double alonePerSecond, Rate together) {

    /** How many threads create at once. */
    public static final int THREADS = 8;

    static Creates of(BenchQueue queue, Duration time) {
        Timings alone = Timings.of(time.dividedBy(3), queue::create);
        Rate together = Crowd.rate(THREADS, time.multipliedBy(2).dividedBy(3), queue::create);
        return new Creates(alone.median(), alone.perSecond(), together);
    }

    /** How many times as many all threads create as one. */
    public double gain() {
        return together.perSecond() / alonePerSecond;
    }
}
