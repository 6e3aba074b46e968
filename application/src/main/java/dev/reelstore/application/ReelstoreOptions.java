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
 */
public record ReelstoreOptions(RetryPolicy retry, Duration closeWithin) {

    /** {@link RetryPolicy#UNITS}, and 30 s for handlers. */
    public static final ReelstoreOptions DEFAULT = new ReelstoreOptions(RetryPolicy.UNITS, Worker.CLOSE_WITHIN);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public ReelstoreOptions {
        Check.present("retry", retry);
        closeWithin = Check.duration("closeWithin", closeWithin);
    }

    /** The same with this policy; {@link RetryPolicy#NONE} repeats nothing. */
    public ReelstoreOptions retry(RetryPolicy value) {
        return new ReelstoreOptions(value, closeWithin);
    }

    /** The same, waiting this long for handlers. */
    public ReelstoreOptions closeWithin(Duration value) {
        return new ReelstoreOptions(retry, value);
    }
}
