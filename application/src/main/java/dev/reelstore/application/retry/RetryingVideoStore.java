package dev.reelstore.application.retry;

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

/** A video store whose stand-alone calls are repeated. As safe from threads as what it decorates. */
final class RetryingVideoStore implements VideoStore {

    private final VideoStore videos;
    private final Calls calls;

    RetryingVideoStore(VideoStore videos, Calls calls) {
        this.videos = videos;
        this.calls = calls;
    }

    @Override
    public Video create(NewVideo video) {
        return calls.call("videos.create", () -> videos.create(video));
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return calls.call("videos.registerByExternalId", () -> videos.registerByExternalId(video));
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return calls.call("videos.registerBySourceHash", () -> videos.registerBySourceHash(video));
    }

    @Override
    public Optional<Video> find(VideoId id) {
        return calls.call("videos.find", () -> videos.find(id));
    }

    @Override
    public Video get(VideoId id) {
        return calls.call("videos.get", () -> videos.get(id));
    }

    @Override
    public Optional<Video> findByExternalId(String externalId) {
        return calls.call("videos.findByExternalId", () -> videos.findByExternalId(externalId));
    }

    @Override
    public Optional<Video> findBySourceHash(SourceHash hash) {
        return calls.call("videos.findBySourceHash", () -> videos.findBySourceHash(hash));
    }

    @Override
    public boolean updateStatus(VideoId id, VideoStatus status) {
        return calls.call("videos.updateStatus", () -> videos.updateStatus(id, status));
    }

    @Override
    public int createAll(Collection<NewVideo> given) {
        return calls.call("videos.createAll", () -> videos.createAll(given));
    }

    @Override
    public int updateStatuses(Map<VideoId, VideoStatus> statuses) {
        return calls.call("videos.updateStatuses", () -> videos.updateStatuses(statuses));
    }

    @Override
    public boolean update(VideoId id, VideoPatch patch) {
        return calls.call("videos.update", () -> videos.update(id, patch));
    }

    @Override
    public VideoPage list(VideoQuery query) {
        return calls.call("videos.list", () -> videos.list(query));
    }

    @Override
    public boolean delete(VideoId id) {
        return calls.call("videos.delete", () -> videos.delete(id));
    }
}
