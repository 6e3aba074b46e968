package dev.reelstore.cli.server;

/**
 * The server of a data directory could not be started, joined or stopped; the message says why and what to do.
 *
 * <p>The password is in no message. Trying again is safe: whatever was begun is finished or undone by the next
 * {@link EmbeddedServer#attach}.
 */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
