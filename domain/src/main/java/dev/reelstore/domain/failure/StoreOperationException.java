package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** The store refused the operation for a reason that none of the other failures names, or it was misused. */
public final class StoreOperationException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public StoreOperationException(String message, Repeat repeat, @Nullable Throwable cause) {
        super(message, repeat, cause);
    }
}
