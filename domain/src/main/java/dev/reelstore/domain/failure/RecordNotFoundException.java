package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** A record that the call cannot do without is not there; the message names it. Nothing was written. */
public final class RecordNotFoundException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public RecordNotFoundException(String message, @Nullable Throwable cause) {
        super(message, Repeat.USELESS, cause);
    }
}
