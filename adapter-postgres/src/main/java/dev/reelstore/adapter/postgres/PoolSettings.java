package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How many connections a pool holds.
 *
 * @param min kept open though idle, 1 to {@code max}
 * @param max at most open at a time, 1 to 1,000
 * @param maxWait how long a call waits for one to become free, 250 ms or more
 * @param maxLifetime after which a connection is replaced when it is free, 30 s or more
 * @param idleTimeout after which a free connection beyond {@code min} is closed, 10 s or more; looked at every 30 s
 */
public record PoolSettings(int min, int max, Duration maxWait, Duration maxLifetime, Duration idleTimeout) {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);

    /** 5 to 20 connections, a wait of 30 s. */
    public static final PoolSettings DEFAULT = fixed(5, 20);

    /** @throws InvalidDataException when a value breaks its rule */
    public PoolSettings {
        Check.range("pool max", max, 1, 1_000);
        Check.range("pool min", min, 1, max);
        maxWait = atLeast("pool maxWait", maxWait, SHORTEST_WAIT);
        maxLifetime = atLeast("pool maxLifetime", maxLifetime, SHORTEST_LIFE);
        idleTimeout = atLeast("pool idleTimeout", idleTimeout, SHORTEST_IDLE);
    }

    /** From {@code min} to {@code max} connections. */
    public static PoolSettings fixed(int min, int max) {
        return new PoolSettings(min, max, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofMinutes(10));
    }

    /** Up to two connections for each core of this machine. */
    public static PoolSettings autoSized() {
        return autoSized(Runtime.getRuntime().availableProcessors());
    }

    /** Up to two connections for each of so many cores, of which two are kept. */
    public static PoolSettings autoSized(int cores) {
        return fixed(2, 2 * Check.range("cores", cores, 1, 500));
    }

    /**
     * So many connections that are kept, and so many more when they are needed, which are closed soon after; each is
     * replaced after an hour.
     */
    public static PoolSettings withOverflow(int kept, int overflow) {
        Check.range("pool overflow", overflow, 0, 1_000);
        return fixed(kept, kept + overflow).maxLifetime(Duration.ofHours(1)).idleTimeout(SHORTEST_IDLE);
    }

    /** The same with this wait for a free connection. */
    public PoolSettings maxWait(Duration value) {
        return new PoolSettings(min, max, value, maxLifetime, idleTimeout);
    }

    /** The same with connections replaced after this time. */
    public PoolSettings maxLifetime(Duration value) {
        return new PoolSettings(min, max, maxWait, value, idleTimeout);
    }

    /** The same with connections beyond {@code min} closed when they were free this long. */
    public PoolSettings idleTimeout(Duration value) {
        return new PoolSettings(min, max, maxWait, maxLifetime, value);
    }

    private static Duration atLeast(String field, Duration value, Duration least) {
        Duration given = Check.duration(field, value);
        if (given.compareTo(least) < 0) {
            throw new InvalidDataException(field + " is " + given + ": it must be at least " + least, null);
        }
        return given;
    }
}
