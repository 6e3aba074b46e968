package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure of the caller's own that may pass, such as a service that is not ready: thrown by the body of a unit of work
 * it is repeated as a failure of the store with {@link Repeat#SAFE} is, under the same policy, and the last one comes out
 * as the very same object. It is no {@link StoreException}, since no port throws it. May be extended.
 *
 * <p>In a handler of a job it fails the attempt like any other exception; the job has its own repeats.
 */
public class TransientFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is to pass. */
    public TransientFailureException(String message) {
        this(message, null);
    }

    /** @param cause what it came from, or null */
    public TransientFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
