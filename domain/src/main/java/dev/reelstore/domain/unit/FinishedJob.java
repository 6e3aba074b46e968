package dev.reelstore.domain.unit;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.value.Check;

/**
 * A job that is done, with what it has brought.
 *
 * @param claim under which it was done
 * @param output what it has brought
 */
public record FinishedJob(Claim claim, JobOutput output) {

    /** @throws InvalidDataException when something is missing, or a part of the output belongs to another job */
    public FinishedJob {
        Check.present("claim", claim);
        Check.present("job output", output).foreignTo(claim.jobId()).ifPresent(other -> {
            throw new InvalidDataException(
                    "the output of job " + claim.jobId() + " has a part that belongs to job " + other
                            + ": a claim guards what belongs to its job; what concerns others is for a unit of work",
                    null);
        });
    }

    /** The same without what goes elsewhere than to the job itself. */
    public Completion completion() {
        return new Completion(claim, output.result());
    }
}
