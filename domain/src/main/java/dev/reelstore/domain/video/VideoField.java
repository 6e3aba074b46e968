package dev.reelstore.domain.video;

/** What of a video a {@link VideoPatch} can clear. Its names (external id and source hash) never change. */
public enum VideoField {
    /** The channel to which it belongs. */
    CHANNEL,
    /** The title. */
    TITLE,
    /** The description. */
    DESCRIPTION,
    /** Where it lies. */
    URL,
    /** Where its thumbnail lies. */
    THUMBNAIL_URL,
    /** Its running time. */
    DURATION,
    /** Whose it is. */
    USER_ID
}
