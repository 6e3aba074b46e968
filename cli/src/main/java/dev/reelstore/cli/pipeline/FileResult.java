package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;

/**
 * What became of a file.
 *
 * @param admission how it came to its job
 * @param job the job when it was last seen
 * @param deleted whether someone deleted the job before it had ended
 */
public record FileResult(Admission admission, Job job, boolean deleted) {

    /** Whether the content is rendered and known to the store. */
    public boolean completed() {
        return !deleted && job.status() == JobStatus.COMPLETED;
    }
}
