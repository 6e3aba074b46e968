package dev.reelstore.application.worker;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler when no further attempt can help, such as for a file that is no video: the job is FAILED, whatever
 * attempts are left. Its message, without the class, becomes the job's error.
 */
public final class PermanentFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why, for people */
    public PermanentFailureException(String message) {
        this(message, null);
    }

    /**
     * @param message why, for people
     * @param cause what led to it, or null
     */
    public PermanentFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
