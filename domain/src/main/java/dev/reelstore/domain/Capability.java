package dev.reelstore.domain;

/** What an adapter may lack; the contract checks what it declares in both directions. */
public enum Capability {
    /** Its data outlive the process and are shared with other processes, as are its signals. */
    SHARED,

    /** A create answers the requests that workers left with its {@link dev.reelstore.domain.job.Handover}. */
    HANDOVER
}
