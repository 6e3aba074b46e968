package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** Another transaction was in the way (repeat safe), or a key belongs to another record (repeat useless). */
public final class StoreConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public StoreConflictException(String message, Repeat repeat, @Nullable Throwable cause) {
        super(message, repeat, cause);
    }
}
