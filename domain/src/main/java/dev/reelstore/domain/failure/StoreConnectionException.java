package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** The connection to the store was lost before the commit began, or could not be made. Nothing was committed. */
public final class StoreConnectionException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public StoreConnectionException(String message, @Nullable Throwable cause) {
        super(message, Repeat.SAFE, cause);
    }
}
