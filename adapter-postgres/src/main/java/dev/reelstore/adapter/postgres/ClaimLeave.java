package dev.reelstore.adapter.postgres;

/**
 * Whether a worker may claim.
 *
 * @param leased it has a lease that holds
 * @param overdue jobs have become due that are to be promoted first
 * @param dead how many rows of jobs that were worked on lie in front of those that wait, by the server's estimate
 */
record ClaimLeave(boolean leased, boolean overdue, long dead) {

    boolean given() {
        return leased && !overdue;
    }
}
