package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoRegistration;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.domain.video.VideoStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The videos of one store or unit. As safe as the calls that it is given. */
final class InMemoryVideoStore implements VideoStore {

    private final Calls calls;

    InMemoryVideoStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Video create(NewVideo video) {
        return calls.write(overlay ->
                VideoCreation.create(overlay, Check.present("video", video)).video());
    }

    @Override
    public int createAll(Collection<NewVideo> videos) {
        return calls.write(overlay -> VideoCreation.createAll(overlay, Check.all("videos", videos)));
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return calls.write(overlay -> {
            String externalId = Check.present(
                    "video external id", Check.present("video", video).externalId());
            return VideoCreation.register(
                    overlay, video, LockKey.externalId(externalId), () -> overlay.video(externalId));
        });
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return calls.write(overlay -> {
            SourceHash hash = Check.present(
                    "video source hash", Check.present("video", video).sourceHash());
            return VideoCreation.register(overlay, video, LockKey.sourceHash(hash), () -> overlay.video(hash));
        });
    }

    @Override
    public Optional<Video> find(VideoId id) {
        return calls.read(overlay -> Optional.ofNullable(overlay.video(Check.present("video id", id))));
    }

    @Override
    public Video get(VideoId id) {
        return calls.read(overlay -> {
            Video video = overlay.video(Check.present("video id", id));
            if (video == null) {
                throw new RecordNotFoundException("there is no video " + id + ": create it first", null);
            }
            return video;
        });
    }

    @Override
    public Optional<Video> findByExternalId(String externalId) {
        return calls.read(overlay -> Optional.ofNullable(overlay.video(NewVideo.checkExternalId(externalId))));
    }

    @Override
    public Optional<Video> findBySourceHash(SourceHash hash) {
        return calls.read(overlay -> Optional.ofNullable(overlay.video(Check.present("source hash", hash))));
    }

    @Override
    public boolean updateStatus(VideoId id, VideoStatus status) {
        return calls.write(overlay ->
                VideoChanges.update(overlay, Check.present("video id", id), VideoPatch.NOTHING.status(status)));
    }

    @Override
    public int updateStatuses(Map<VideoId, VideoStatus> statuses) {
        return calls.write(overlay -> VideoChanges.updateStatuses(overlay, Check.entries("video statuses", statuses)));
    }

    @Override
    public boolean update(VideoId id, VideoPatch patch) {
        Check.present("video id", id);
        return !Check.present("video patch", patch).isEmpty()
                && calls.<Boolean>write(overlay -> VideoChanges.update(overlay, id, patch));
    }

    @Override
    public VideoPage list(VideoQuery query) {
        return calls.read(overlay -> VideoSearch.page(overlay.view().videos(), Check.present("video query", query)));
    }

    @Override
    public boolean delete(VideoId id) {
        return calls.write(overlay -> VideoChanges.delete(overlay, Check.present("video id", id)));
    }
}
