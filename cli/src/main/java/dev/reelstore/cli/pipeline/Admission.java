package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.job.Job;

/**
 * A file that became part of the work, with the job that stands for its content.
 *
 * @param file the file
 * @param job its job as it was then
 * @param kind how the two came together
 */
public record Admission(InputFile file, Job job, Kind kind) {

    /** How a file came to its job. */
    public enum Kind {
        /** The job was made for it. */
        CREATED,
        /** The job had failed or been cancelled, and is tried again. */
        RETRIED,
        /** The job was there and is not finished, or was finished while this command ran. */
        JOINED,
        /** The job was completed before. */
        DONE
    }
}
