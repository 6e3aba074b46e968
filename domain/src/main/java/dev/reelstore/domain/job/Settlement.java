package dev.reelstore.domain.job;

/** Whether something done under a claim took effect. */
public enum Settlement {
    /** It did. */
    DONE,
    /** The claim is stale; nothing changed. */
    STALE
}
