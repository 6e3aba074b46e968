package dev.reelstore.domain.journal;

/** What an entry of the processing log says of its stage. */
public enum LogStatus {
    /** It began. */
    STARTED,
    /** It is done. */
    COMPLETED,
    /** It went wrong. */
    FAILED,
    /** There was nothing to do. */
    SKIPPED,
    /** Something worth knowing, that is none of the others. */
    NOTE
}
