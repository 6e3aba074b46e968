package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;

/** What a client asked of the store. */
public sealed interface Call {

    /**
     * To create a job.
     *
     * @param job its identity
     * @param queue where it waits
     * @param type what it is
     * @param maxAttempts its number of attempts
     * @param due whether it is due at once
     */
    record Create(JobId job, String queue, String type, int maxAttempts, boolean due) implements Call {}

    /**
     * To claim jobs.
     *
     * @param worker who asks
     * @param queue from here
     * @param types of these
     * @param limit at most so many
     */
    record Claim(WorkerId worker, String queue, List<String> types, int limit) implements Call {}

    /**
     * To renew a lease and say which claims are lost.
     *
     * @param worker whose lease
     * @param held the claims it asks about
     */
    record Heartbeat(WorkerId worker, List<Held> held) implements Call {}

    /**
     * To do something under a claim.
     *
     * @param way what
     * @param claim under this
     */
    record Settle(Way way, Held claim) implements Call {}

    /** To free the jobs of workers whose lease ran out. */
    record Rescue() implements Call {}

    /**
     * To end a worker's lease and release what it holds.
     *
     * @param worker the worker
     */
    record Retire(WorkerId worker) implements Call {}

    /**
     * To cancel a job.
     *
     * @param job which
     */
    record Cancel(JobId job) implements Call {}

    /**
     * To try a finished job again.
     *
     * @param job which
     */
    record Retry(JobId job) implements Call {}

    /**
     * To delete a job.
     *
     * @param job which
     */
    record Delete(JobId job) implements Call {}

    /**
     * To read a job.
     *
     * @param job which
     */
    record Read(JobId job) implements Call {}

    /**
     * To change a page of jobs, of which only the number is told.
     *
     * @param kind what happens to each
     */
    record Sweep(Kind kind) implements Call {}

    /** What is done under a claim. */
    enum Way {
        /** Work that leaves the job with its holder: a unit under the claim, progress, a checkpoint. */
        USE,
        /** The job ends as COMPLETED. */
        COMPLETE,
        /** The attempt failed; the next is due at once. */
        FAIL,
        /** The attempt failed; the next is due later. */
        FAIL_UNTIL_LATER,
        /** The attempt failed, and no other is wanted. */
        FAIL_FOR_GOOD,
        /** The job goes back unworked. */
        RELEASE
    }

    /** What a sweep does to each job of its page. */
    enum Kind {
        /** As {@link Cancel}. */
        CANCEL,
        /** As {@link Retry}. */
        RETRY,
        /** As {@link Delete}. */
        DELETE
    }
}
