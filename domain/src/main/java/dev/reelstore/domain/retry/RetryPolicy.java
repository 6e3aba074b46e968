package dev.reelstore.domain.retry;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often to try again, and how long to wait before each time. Counts <em>retries</em>: three retries are four
 * attempts. Immutable, safe from any thread.
 *
 * @param retries how often it is tried again after the first attempt, 0 to 1000
 * @param initialDelay the wait before the first retry
 * @param multiplier what each wait is multiplied with to give the next, at least 1
 * @param maxDelay no wait is longer than this
 * @param fullJitter whether a wait is drawn evenly between zero and its nominal length, so that many that failed
 *     together do not come back together
 */
public record RetryPolicy(
        int retries, Duration initialDelay, double multiplier, Duration maxDelay, boolean fullJitter) {

    /** Three retries after 0.5 s, 1 s and 2 s: for units of work. */
    public static final RetryPolicy UNITS =
            new RetryPolicy(3, Duration.ofMillis(500), 2.0, Duration.ofSeconds(5), false);

    /** 15 s × 2ⁿ up to an hour with full jitter: for jobs. How often is the job's own {@code maxAttempts}. */
    public static final RetryPolicy JOBS =
            new RetryPolicy(1000, Duration.ofSeconds(15), 2.0, Duration.ofHours(1), true);

    /** Four retries after 4, 8, 10 and 10 s: for reaching a database that may be starting. */
    public static final RetryPolicy PING =
            new RetryPolicy(4, Duration.ofSeconds(4), 2.0, Duration.ofSeconds(10), false);

    /** One attempt only. */
    public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, 1.0, Duration.ZERO, false);

    /** @throws InvalidDataException when a value is out of its range */
    public RetryPolicy {
        Check.range("retries", retries, 0, 1000);
        initialDelay = Check.duration("initialDelay", initialDelay);
        maxDelay = Check.duration("maxDelay", maxDelay);
        if (!(multiplier >= 1.0 && multiplier <= 1000.0)) {
            throw new InvalidDataException("multiplier is " + multiplier + ": it must be 1 to 1000", null);
        }
    }

    /** A policy counted in attempts: {@code attempts(3, 1 s)} waits 1 s and 2 s. */
    public static RetryPolicy attempts(int attempts, Duration initialDelay) {
        return new RetryPolicy(Check.range("attempts", attempts, 1, 1001) - 1, initialDelay, 2.0, Check.LONGEST, false);
    }

    /** The same with another number of retries. */
    public RetryPolicy retries(int value) {
        return new RetryPolicy(value, initialDelay, multiplier, maxDelay, fullJitter);
    }

    /**
     * The wait before a retry.
     *
     * @param retry 1 for the first
     * @param random draws the jitter; not used without
     */
    public Duration delay(int retry, RandomGenerator random) {
        double nominal = initialDelay.toNanos() * Math.pow(multiplier, retry - 1.0);
        long nanos = (long) Math.min(nominal, maxDelay.toNanos());
        return Duration.ofNanos(fullJitter ? random.nextLong(nanos + 1) : nanos);
    }
}
