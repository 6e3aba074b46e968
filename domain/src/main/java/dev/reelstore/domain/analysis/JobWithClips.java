package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.Job;
import java.util.List;

/**
 * A job and what was cut out of its medium.
 *
 * @param job the job
 * @param clips all its clips in their order; empty where there are none
 */
public record JobWithClips(Job job, List<Clip> clips) {

    /** The list is copied. */
    public JobWithClips {
        clips = List.copyOf(clips);
    }
}
