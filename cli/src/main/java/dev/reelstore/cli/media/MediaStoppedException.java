package dev.reelstore.cli.media;

/** The work on a file ended because somebody ended it, not because of the file; doing it again is worth a try. */
public final class MediaStoppedException extends MediaException {

    private static final long serialVersionUID = 1L;

    MediaStoppedException(String reason) {
        super(reason);
    }
}
