package dev.reelstore.domain.job;

/**
 * What a rescue did.
 *
 * @param requeued how many jobs wait for their next attempt
 * @param failed how many were on their last attempt and are FAILED
 */
public record Rescue(int requeued, int failed) {}
