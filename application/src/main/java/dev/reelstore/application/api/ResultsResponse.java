package dev.reelstore.application.api;

import java.util.List;

/**
 * What came out of a job, as an API shows it.
 *
 * @param job the job
 * @param clips its clips in their order; empty where there are none
 */
public record ResultsResponse(JobResponse job, List<ClipMetadata> clips) {

    /** The list is copied. */
    public ResultsResponse {
        clips = List.copyOf(clips);
    }
}
