package dev.reelstore.domain.video;

/**
 * The answer to registering a video.
 *
 * @param video the one that was created, or the one that was there
 * @param created whether this call created it
 */
public record VideoRegistration(Video video, boolean created) {}
