package dev.reelstore.application;

import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How a façade behaves. Made from {@link #DEFAULT} with withers.
 *
 * @param retry how units of work that name no policy of their own, and stand-alone calls, are repeated
 * @param closeWithin how long closing waits for the handlers of its workers
 * @param longUnit a unit of work that is open for longer is told to the log, with the place where it was opened; zero for
 *     none
 */
public record ReelstoreOptions(RetryPolicy retry, Duration closeWithin, Duration longUnit) {

    /** {@link RetryPolicy#UNITS}, 30 s for handlers, and 30 s for units. */
    public static final ReelstoreOptions DEFAULT =
            new ReelstoreOptions(RetryPolicy.UNITS, Worker.CLOSE_WITHIN, Duration.ofSeconds(30));

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public ReelstoreOptions {
        Check.present("retry", retry);
        closeWithin = Check.duration("closeWithin", closeWithin);
        longUnit = Check.duration("longUnit", longUnit);
    }

    /** The same with this policy; {@link RetryPolicy#NONE} repeats nothing. */
    public ReelstoreOptions retry(RetryPolicy value) {
        return new ReelstoreOptions(value, closeWithin, longUnit);
    }

    /** The same, waiting this long for handlers. */
    public ReelstoreOptions closeWithin(Duration value) {
        return new ReelstoreOptions(retry, value, longUnit);
    }

    /** The same with this limit for units of work; {@link Duration#ZERO} for none. */
    public ReelstoreOptions longUnit(Duration value) {
        return new ReelstoreOptions(retry, closeWithin, value);
    }
}
