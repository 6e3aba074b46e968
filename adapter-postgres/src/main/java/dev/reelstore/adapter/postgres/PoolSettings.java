package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How many connections a pool holds.
 *
 * @param min kept open though idle, 0 to {@code max}
 * @param max at most open at a time, 1 to 1,000
 * @param maxWait how long a call waits for one to become free, 250 ms or more
 * @param maxLifetime after which a connection is replaced when it is free, 30 s or more
 */
public record PoolSettings(int min, int max, Duration maxWait, Duration maxLifetime) {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    /** 5 to 20 connections, a wait of 30 s. */
    public static final PoolSettings DEFAULT = fixed(5, 20);

    /** @throws InvalidDataException when a value breaks its rule */
    public PoolSettings {
        Check.range("pool max", max, 1, 1_000);
        Check.range("pool min", min, 0, max);
        maxWait = atLeast("pool maxWait", maxWait, SHORTEST_WAIT);
        maxLifetime = atLeast("pool maxLifetime", maxLifetime, SHORTEST_LIFE);
    }

    /** From {@code min} to {@code max} connections. */
    public static PoolSettings fixed(int min, int max) {
        return new PoolSettings(min, max, Duration.ofSeconds(30), Duration.ofMinutes(30));
    }

    /** Up to two connections for each core of this machine. */
    public static PoolSettings autoSized() {
        return autoSized(Runtime.getRuntime().availableProcessors());
    }

    /** Up to two connections for each of so many cores, and at least two. */
    public static PoolSettings autoSized(int cores) {
        int max = 2 * Check.range("cores", cores, 1, 500);
        return fixed(Math.min(2, max), max);
    }

    /** So many connections that are kept, and so many more when they are needed; each is replaced after an hour. */
    public static PoolSettings withOverflow(int kept, int overflow) {
        Check.range("pool overflow", overflow, 0, 1_000);
        return fixed(kept, kept + overflow).maxLifetime(Duration.ofHours(1));
    }

    /** The same with this wait for a free connection. */
    public PoolSettings maxWait(Duration value) {
        return new PoolSettings(min, max, value, maxLifetime);
    }

    /** The same with connections replaced after this time. */
    public PoolSettings maxLifetime(Duration value) {
        return new PoolSettings(min, max, maxWait, value);
    }

    private static Duration atLeast(String field, Duration value, Duration least) {
        Duration given = Check.duration(field, value);
        if (given.compareTo(least) < 0) {
            throw new InvalidDataException(field + " is " + given + ": it must be at least " + least, null);
        }
        return given;
    }
}
