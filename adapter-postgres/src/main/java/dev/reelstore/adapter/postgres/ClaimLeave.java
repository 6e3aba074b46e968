package dev.reelstore.adapter.postgres;

/**
 * Whether a worker may claim.
 *
 * @param leased it has a lease that holds
 * @param overdue jobs have become due that are to be promoted first
 */
record ClaimLeave(boolean leased, boolean overdue) {}
