package dev.reelstore.domain.video;

import dev.reelstore.domain.value.SourceHash;
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
}
