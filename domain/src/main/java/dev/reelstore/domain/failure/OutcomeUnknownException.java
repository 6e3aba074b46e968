package dev.reelstore.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * The connection was lost while the commit was under way, or the answer to what is committed could not be read, such as for
 * want of memory: it may have happened or not.
 */
public final class OutcomeUnknownException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver said, or null where the store itself refused */
    public OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, Repeat.UNKNOWN, cause);
    }
}
