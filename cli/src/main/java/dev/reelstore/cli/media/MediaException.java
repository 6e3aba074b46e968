package dev.reelstore.cli.media;

/**
 * A file could not be read or rendered; the message is a reason that a person understands.
 *
 * <p>It names neither the file nor its folder: who shows it knows which file it was asked for.
 */
public sealed class MediaException extends RuntimeException permits MediaStoppedException {

    private static final long serialVersionUID = 1L;

    MediaException(String reason) {
        super(reason);
    }

    MediaException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
