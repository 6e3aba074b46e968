package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How an in-memory store is set up.
 *
 * @param clock the store's own time
 * @param lockTimeout after how long a wait for something that another unit of work holds ends with a
 *     {@link dev.reelstore.domain.failure.StoreTimeoutException}, at least 1 ms
 */
public record InMemorySettings(SettableClock clock, Duration lockTimeout) {

    /** The lock timeout where nothing else is said. */
    public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or out of range */
    public InMemorySettings {
        Check.present("clock", clock);
        lockTimeout = Check.positive("lock timeout", lockTimeout);
    }

    /** A clock of its own that shows the current time and runs, and the default lock timeout. */
    public static InMemorySettings defaults() {
        return new InMemorySettings(SettableClock.running(), DEFAULT_LOCK_TIMEOUT);
    }

    /** The same on this clock. */
    public InMemorySettings clock(SettableClock value) {
        return new InMemorySettings(value, lockTimeout);
    }

    /** The same with this lock timeout. */
    public InMemorySettings lockTimeout(Duration value) {
        return new InMemorySettings(clock, value);
    }
}
