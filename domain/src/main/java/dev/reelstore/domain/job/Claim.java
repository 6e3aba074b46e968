package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.util.UUID;

/**
 * The right to work on one job. It is stale from the moment that the job was rescued, released, cancelled, settled or
 * deleted; the end of the lease alone does not make it stale. Every guard compares the job's id, the fence and the
 * token.
 *
 * @param job the job as it was claimed
 * @param worker who claimed it
 * @param fence grows by one at each claim of the job and is never reset
 * @param token drawn at random, so that a claim that was lost with the server is not mistaken for another. What is claimed
 *     together shares one, mostly all that a call claims: it names no claim without the job and the fence
 */
public record Claim(Job job, WorkerId worker, long fence, UUID token) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or the fence not positive */
    public Claim {
        Check.present("claimed job", job);
        Check.present("claiming worker", worker);
        Check.range("fence", fence, 1, Long.MAX_VALUE);
        Check.present("claim token", token);
    }

    /** The job's identity. */
    public JobId jobId() {
        return job.id();
    }
}
