package dev.reelstore.cli;

/** How the command ends, for scripts. */
final class ExitStatus {

    /** All was done, or shown. */
    static final int OK = 0;

    /** It could not run, or found nothing to show; the message says why. */
    static final int FAILED = 1;

    /** It was called wrongly; nothing was begun. */
    static final int USAGE = 2;

    /** It ran, and some of the files failed, or some of the jobs were left as they are. */
    static final int SOME_FAILED = 3;

    private ExitStatus() {}
}
