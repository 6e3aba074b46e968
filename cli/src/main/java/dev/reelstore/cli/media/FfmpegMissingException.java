package dev.reelstore.cli.media;

/** There is no FFmpeg that can do the work; the message says what was tried and what to do about it. */
public final class FfmpegMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FfmpegMissingException(String message) {
        super(message);
    }
}
