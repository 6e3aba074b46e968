package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** The statement, the lock or the unit of work took longer than it was allowed to. Nothing was committed. */
public final class StoreTimeoutException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public StoreTimeoutException(String message, @Nullable Throwable cause) {
        super(message, Repeat.SAFE, cause);
    }
}
