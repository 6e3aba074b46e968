package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobId;

/**
 * Something in a history that must not be.
 *
 * @param rule which rule it breaks
 * @param job the job it happened to
 * @param message what happened, with the operations around it
 */
public record Violation(Rule rule, JobId job, String message) {

    /** What is checked. */
    public enum Rule {
        /** Some order of the operations explains all answers. */
        ORDER,
        /** Each claim of a job has the next fence, and no two have the same. */
        FENCE,
        /** A job is completed at most once. */
        COMPLETION,
        /** No two leases that have not run out are on one job, by the store's time. */
        LEASE,
        /** A claim that answers less than it was asked for leaves no job behind that waited, due, all the while. */
        PASSED_OVER,
        /** There were too many possibilities to look at; nothing is known. */
        UNDECIDED
    }

    @Override
    public String toString() {
        return rule + ": job " + job + ": " + message;
    }
}
