package dev.reelstore.domain.job;

/**
 * The answer to a conditional create.
 *
 * @param job the job that was created, or the newest one that blocks it
 * @param created whether this call created it
 */
public record CreateResult(Job job, boolean created) {}
