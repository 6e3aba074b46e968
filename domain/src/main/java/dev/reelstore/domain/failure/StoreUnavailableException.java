package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** The store is closed (repeat useless), or is starting, stopping or read-only now (repeat safe). */
public final class StoreUnavailableException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public StoreUnavailableException(String message, Repeat repeat, @Nullable Throwable cause) {
        super(message, repeat, cause);
    }
}
