package dev.reelstore.application.cache;

import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renditions whose changes are reported. As safe from threads as what it decorates. */
class ReportedQualities implements QualityStore {

    private final QualityStore qualities;
    private final Reporting reporting;

    ReportedQualities(QualityStore qualities, Reporting reporting) {
        this.qualities = qualities;
        this.reporting = reporting;
    }

    @Override
    public VideoQuality put(NewQuality quality) {
        VideoId video = Check.present("quality", quality).video();
        return reporting.change(changes -> changes.video(video), () -> qualities.put(quality));
    }

    @Override
    public List<VideoQuality> putAll(Collection<NewQuality> given) {
        List<NewQuality> all = Check.all("qualities", given);
        return reporting.change(
                changes -> all.forEach(quality -> changes.video(quality.video())), () -> qualities.putAll(all));
    }

    @Override
    public Optional<VideoQuality> find(QualityId id) {
        return qualities.find(id);
    }

    @Override
    public VideoQuality get(QualityId id) {
        return qualities.get(id);
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return qualities.list(video);
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return qualities.findDefault(video);
    }

    @Override
    public Optional<VideoQuality> findDefaultReady(VideoId video) {
        return qualities.findDefaultReady(video);
    }

    @Override
    public boolean updateStatus(QualityId id, QualityStatus status) {
        return reporting.change(changes -> note(id, changes), () -> qualities.updateStatus(id, status));
    }

    @Override
    public int updateStatuses(Map<QualityId, QualityStatus> statuses) {
        Map<QualityId, QualityStatus> all = Check.entries("quality statuses", statuses);
        return reporting.change(
                changes -> all.keySet().forEach(id -> note(id, changes)), () -> qualities.updateStatuses(all));
    }

    @Override
    public boolean update(QualityId id, QualityPatch patch) {
        return reporting.change(changes -> note(id, changes), () -> qualities.update(id, patch));
    }

    @Override
    public boolean delete(QualityId id) {
        return reporting.change(changes -> note(id, changes), () -> qualities.delete(id));
    }

    @Override
    public boolean setDefault(VideoId video, QualityId id) {
        return reporting.change(changes -> changes.video(video), () -> qualities.setDefault(video, id));
    }

    /** The list of its video is to go also where it is older than the rendition and does not hold it yet. */
    private void note(QualityId id, Changes changes) {
        qualities.find(id).ifPresent(quality -> changes.video(quality.video()));
    }
}
