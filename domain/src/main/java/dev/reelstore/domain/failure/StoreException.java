package dev.reelstore.domain.failure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of every failure that leaves a port. What a caller can expect (a job that is there already, a claim that
 * went stale, a row that is missing) is a return value; an exception is a refusal of the input or a broken store, and
 * {@link #repeat()} says whether doing it again is safe.
 *
 * <p>Messages carry names, values and rules, never a secret.
 */
public abstract sealed class StoreException extends RuntimeException
        permits InvalidDataException,
                OutcomeUnknownException,
                RecordNotFoundException,
                StoreConflictException,
                StoreConnectionException,
                StoreOperationException,
                StorePoolExhaustedException,
                StoreTimeoutException,
                StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    private final Repeat repeat;

    StoreException(String message, Repeat repeat, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.repeat = Objects.requireNonNull(repeat, "repeat");
    }

    /** Whether the same work may be done again; never null. */
    public final Repeat repeat() {
        return repeat;
    }
}
