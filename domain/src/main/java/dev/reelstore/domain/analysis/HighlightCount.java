package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.Job;

/**
 * A job and how many highlights were found in its medium.
 *
 * @param job the job
 * @param highlights 0 where there are none
 */
public record HighlightCount(Job job, long highlights) {}
