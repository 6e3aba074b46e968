package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The time of an in-memory store, which its owner can move forward, so that leases run out and waits end without
 * sleeping. It never goes back, whatever happens to the machine's clock. Safe from any thread.
 */
public final class SettableClock {

    private final Instant start;
    private final LongSupplier elapsedNanos;
    private final AtomicReference<Duration> advanced = new AtomicReference<>(Duration.ZERO);

    private SettableClock(Instant start, LongSupplier elapsedNanos) {
        this.start = Check.instant("clock start", start);
        this.elapsedNanos = elapsedNanos;
    }

    /** A clock that shows the current time, goes on by itself, and can be moved ahead. */
    public static SettableClock running() {
        return runningFrom(Instant.now());
    }

    /**
     * A clock that shows this time, goes on by itself, and can be moved ahead.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when no store could keep that time
     */
    public static SettableClock runningFrom(Instant start) {
        long begun = System.nanoTime();
        return new SettableClock(start, () -> System.nanoTime() - begun);
    }

    /**
     * A clock that shows this time until it is moved: for tests that compare times.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when no store could keep that time
     */
    public static SettableClock standingAt(Instant start) {
        return new SettableClock(start, () -> 0);
    }

    /** The time now, to the microsecond. */
    public Instant now() {
        return start.plus(advanced.get()).plusNanos(elapsedNanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Moves the time ahead by this much, for all stores that use this clock.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is negative or more than 36500 days
     */
    public void advance(Duration by) {
        Duration step = Check.duration("advance", by);
        advanced.updateAndGet(before -> before.plus(step));
    }
}
