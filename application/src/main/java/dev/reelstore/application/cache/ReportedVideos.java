package dev.reelstore.application.cache;

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

/** Videos whose deletions are reported, as they take their renditions along. As safe from threads as what it decorates. */
final class ReportedVideos implements VideoStore {

    private final VideoStore videos;
    private final Reporting reporting;

    ReportedVideos(VideoStore videos, Reporting reporting) {
        this.videos = videos;
        this.reporting = reporting;
    }

    @Override
    public Video create(NewVideo video) {
        return videos.create(video);
    }

    @Override
    public int createAll(Collection<NewVideo> given) {
        return videos.createAll(given);
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return videos.registerByExternalId(video);
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return videos.registerBySourceHash(video);
    }

    @Override
    public Optional<Video> find(VideoId id) {
        return videos.find(id);
    }

    @Override
    public Video get(VideoId id) {
        return videos.get(id);
    }

    @Override
    public Optional<Video> findByExternalId(String externalId) {
        return videos.findByExternalId(externalId);
    }

    @Override
    public Optional<Video> findBySourceHash(SourceHash hash) {
        return videos.findBySourceHash(hash);
    }

    @Override
    public boolean updateStatus(VideoId id, VideoStatus status) {
        return videos.updateStatus(id, status);
    }

    @Override
    public int updateStatuses(Map<VideoId, VideoStatus> statuses) {
        return videos.updateStatuses(statuses);
    }

    @Override
    public boolean update(VideoId id, VideoPatch patch) {
        return videos.update(id, patch);
    }

    @Override
    public VideoPage list(VideoQuery query) {
        return videos.list(query);
    }

    @Override
    public boolean delete(VideoId id) {
        return reporting.change(changes -> changes.video(id), () -> videos.delete(id));
    }
}
