package dev.reelstore.domain.job;

/** What became of a job whose attempt failed. */
public enum FailureSettlement {
    /** It waits for its next attempt. */
    REQUEUED,
    /** It is FAILED: the attempt was the last, or no retry was wanted. */
    FAILED,
    /** The claim is stale; nothing changed. */
    STALE
}
