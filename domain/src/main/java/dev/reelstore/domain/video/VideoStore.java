package dev.reelstore.domain.video;

import dev.reelstore.domain.value.SourceHash;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The videos of a pipeline.
 *
 * <p>Each call is atomic: its own unit of work when called outside one, part of the unit when called on its stores.
 * Safe from any thread outside units. Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; only
 * those that are particular to it are named.
 */
public interface VideoStore {

    /**
     * Creates a video. Repeating it is harmless: where the id is there already, with the same external id and source
     * hash, the video is answered as it is now.
     *
     * @throws dev.reelstore.domain.failure.StoreConflictException when the id, the external id or the source hash
     *     belongs to another video
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when it is new and there is no such channel
     */
    Video create(NewVideo video);

    /**
     * Creates any number of videos in one step: all of them, or none when it fails. Videos that are there already, with
     * the same names, are left as they are, so that repeating the call is harmless.
     *
     * @return how many were created
     * @throws dev.reelstore.domain.failure.StoreConflictException when an id, external id or source hash belongs to
     *     another video, or is named twice
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when one is new and there is no such channel
     */
    int createAll(Collection<NewVideo> videos);

    /**
     * The video with this external id, created if there is none. Of any number of racing callers exactly one creates,
     * and all get the same video.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it has no external id
     * @throws dev.reelstore.domain.failure.StoreConflictException when its id or source hash belongs to another video
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when it is new and there is no such channel
     */
    VideoRegistration registerByExternalId(NewVideo video);

    /**
     * The video with this source hash, created if there is none; as {@link #registerByExternalId}.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when it has no source hash
     * @throws dev.reelstore.domain.failure.StoreConflictException when its id or external id belongs to another video
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when it is new and there is no such channel
     */
    VideoRegistration registerBySourceHash(NewVideo video);

    /** The video, or empty where there is none. */
    Optional<Video> find(VideoId id);

    /**
     * The video.
     *
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is none
     */
    Video get(VideoId id);

    /** The video that another system calls so, or empty. */
    Optional<Video> findByExternalId(String externalId);

    /** The video from this source file, or empty. */
    Optional<Video> findBySourceHash(SourceHash hash);

    /**
     * Sets the status.
     *
     * @return whether there is such a video
     */
    boolean updateStatus(VideoId id, VideoStatus status);

    /**
     * Sets the statuses of any number of videos in one step; those that are not there are passed over.
     *
     * @return how many there are
     */
    int updateStatuses(Map<VideoId, VideoStatus> statuses);

    /**
     * Changes what the patch names, and with it the time of the last change; an empty one changes nothing.
     *
     * @return whether a video was changed; false where there is none or the patch is empty
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is such a video, but not the channel into
     *     which it is put
     */
    boolean update(VideoId id, VideoPatch patch);

    /** A page of videos in the order of their creation. */
    VideoPage list(VideoQuery query);

    /**
     * Deletes it with all its renditions. Jobs on it are left as they are.
     *
     * @return whether there was such a video
     */
    boolean delete(VideoId id);
}
