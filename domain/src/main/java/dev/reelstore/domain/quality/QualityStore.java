package dev.reelstore.domain.quality;

import dev.reelstore.domain.video.VideoId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The renditions of videos.
 *
 * <p>Each call is atomic: its own unit of work when called outside one, part of the unit when called on its stores.
 * Safe from any thread outside units. Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; only
 * those that are particular to it are named.
 */
public interface QualityStore {

    /**
     * Keeps a rendition. Where the video has one of that level and variant, everything about it is replaced but its id,
     * the time of its creation and whether it is the default; a default that becomes FAILED loses its flag.
     *
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such video
     * @throws dev.reelstore.domain.failure.StoreConflictException when the rendition is new and its id belongs to
     *     another
     */
    VideoQuality put(NewQuality quality);

    /**
     * Keeps any number of renditions, of any videos, in one step: all of them as {@link #put} would, or none when it
     * fails.
     *
     * @return them as they are kept, in the order in which they were given
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such video for one of them
     * @throws dev.reelstore.domain.failure.StoreConflictException when one is new and its id belongs to another, or when
     *     an id, or a video with a level and variant, is named twice
     */
    List<VideoQuality> putAll(Collection<NewQuality> qualities);

    /** The rendition, or empty where there is none. */
    Optional<VideoQuality> find(QualityId id);

    /**
     * The rendition.
     *
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is none
     */
    VideoQuality get(QualityId id);

    /** All renditions of a video in the order of {@link VideoQuality#BEST_FIRST}; empty where there are none. */
    List<VideoQuality> list(VideoId video);

    /** The default rendition of a video, or empty where it has none. */
    Optional<VideoQuality> findDefault(VideoId video);

    /** The default rendition of a video if it can be played, as players need it; or empty. */
    Optional<VideoQuality> findDefaultReady(VideoId video);

    /**
     * Sets the status, and with READY or FAILED the time of completion (PROCESSING clears it). A default that becomes
     * FAILED loses its flag at the same moment.
     *
     * @return whether there is such a rendition
     */
    boolean updateStatus(QualityId id, QualityStatus status);

    /**
     * Sets the statuses of any number of renditions in one step, each as {@link #updateStatus} would; those that are not
     * there are passed over.
     *
     * @return how many there are
     */
    int updateStatuses(Map<QualityId, QualityStatus> statuses);

    /**
     * Changes what the patch names, and with it the time of the last change; an empty one changes nothing. A status acts
     * as in {@link #updateStatus}.
     *
     * @return whether a rendition was changed; false where there is none or the patch is empty
     */
    boolean update(QualityId id, QualityPatch patch);

    /**
     * Deletes it. When it was the default, its video has none.
     *
     * @return whether there was such a rendition
     */
    boolean delete(QualityId id);

    /**
     * Makes a rendition the default of its video instead of whichever was, in one step that no reader sees half done.
     *
     * @return whether it is the default now; false, and nothing changed, when there is no such rendition, when it is
     *     another video's, or when it is FAILED
     */
    boolean setDefault(VideoId video, QualityId id);
}
