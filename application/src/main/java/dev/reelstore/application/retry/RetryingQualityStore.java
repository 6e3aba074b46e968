package dev.reelstore.application.retry;

import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A quality store whose stand-alone calls are repeated. As safe from threads as what it decorates. */
final class RetryingQualityStore implements QualityStore {

    private final QualityStore qualities;
    private final Calls calls;

    RetryingQualityStore(QualityStore qualities, Calls calls) {
        this.qualities = qualities;
        this.calls = calls;
    }

    @Override
    public VideoQuality put(NewQuality quality) {
        return calls.call("qualities.put", () -> qualities.put(quality));
    }

    @Override
    public Optional<VideoQuality> find(QualityId id) {
        return calls.call("qualities.find", () -> qualities.find(id));
    }

    @Override
    public VideoQuality get(QualityId id) {
        return calls.call("qualities.get", () -> qualities.get(id));
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return calls.call("qualities.list", () -> qualities.list(video));
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return calls.call("qualities.findDefault", () -> qualities.findDefault(video));
    }

    @Override
    public boolean updateStatus(QualityId id, QualityStatus status) {
        return calls.call("qualities.updateStatus", () -> qualities.updateStatus(id, status));
    }

    @Override
    public boolean setDefault(VideoId video, QualityId id) {
        return calls.call("qualities.setDefault", () -> qualities.setDefault(video, id));
    }

    @Override
    public List<VideoQuality> putAll(Collection<NewQuality> given) {
        return calls.call("qualities.putAll", () -> qualities.putAll(given));
    }

    @Override
    public Optional<VideoQuality> findDefaultReady(VideoId video) {
        return calls.call("qualities.findDefaultReady", () -> qualities.findDefaultReady(video));
    }

    @Override
    public int updateStatuses(Map<QualityId, QualityStatus> statuses) {
        return calls.call("qualities.updateStatuses", () -> qualities.updateStatuses(statuses));
    }

    @Override
    public boolean update(QualityId id, QualityPatch patch) {
        return calls.call("qualities.update", () -> qualities.update(id, patch));
    }

    @Override
    public boolean delete(QualityId id) {
        return calls.call("qualities.delete", () -> qualities.delete(id));
    }
}
