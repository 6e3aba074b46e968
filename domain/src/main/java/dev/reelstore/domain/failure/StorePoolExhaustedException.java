package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** No connection became free in time: the process does more at once than its pool allows. Nothing was done. */
public final class StorePoolExhaustedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public StorePoolExhaustedException(String message, @Nullable Throwable cause) {
        super(message, Repeat.SAFE, cause);
    }
}
