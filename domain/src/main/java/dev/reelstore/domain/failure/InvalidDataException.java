package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/** The input breaks a rule; the message names the field, the value and the rule. Nothing was written. */
public final class InvalidDataException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public InvalidDataException(String message, @Nullable Throwable cause) {
        super(message, Repeat.USELESS, cause);
    }
}
