package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface Answer {

    /** It is certain that nothing of it was or will be committed; it may have kept others waiting meanwhile. */
    record Undone() implements Answer {}

    /**
     * Whether something changed: the job was created, cancelled or deleted, or the claim held.
     *
     * @param changed whether
     */
    record Changed(boolean changed) implements Answer {}

    /**
     * How the job stands once the call was done.
     *
     * @param status its status, or null where there is none
     * @param attempt its attempt
     */
    record Stands(@Nullable JobStatus status, int attempt) implements Answer {}

    /**
     * What became of a job whose attempt failed or that was to be retried.
     *
     * @param status QUEUED or FAILED; null where the claim was stale or another job blocks, and nothing changed
     */
    record Became(@Nullable JobStatus status) implements Answer {}

    /**
     * The claims that were given.
     *
     * @param jobs each
     */
    record Took(List<Taken> jobs) implements Answer {

        /** Keeps a copy. */
        public Took {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * What a heartbeat answered.
     *
     * @param leaseUntil until when the lease holds now, in the store's time
     * @param lost the claims that are stale
     */
    record Beat(Instant leaseUntil, List<Held> lost) implements Answer {

        /** Keeps a copy. */
        public Beat {
            lost = List.copyOf(lost);
        }
    }

    /**
     * How many jobs changed, without their names.
     *
     * @param jobs how many; of a rescue, those that wait again
     * @param failed of a rescue, how many are FAILED
     */
    record Count(int jobs, int failed) implements Answer {

        boolean nothing() {
            return jobs == 0 && failed == 0;
        }
    }
}
