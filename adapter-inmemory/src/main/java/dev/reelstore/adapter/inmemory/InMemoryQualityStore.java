package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.RecordNotFoundException;
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

/** The renditions of one store or unit. As safe as the calls that it is given. */
final class InMemoryQualityStore implements QualityStore {

    private final Calls calls;

    InMemoryQualityStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public VideoQuality put(NewQuality quality) {
        return calls.write(overlay -> QualityChanges.put(overlay, Check.present("quality", quality)));
    }

    @Override
    public List<VideoQuality> putAll(Collection<NewQuality> qualities) {
        return calls.write(overlay -> QualityChanges.putAll(overlay, Check.all("qualities", qualities)));
    }

    @Override
    public Optional<VideoQuality> find(QualityId id) {
        return calls.read(overlay -> Optional.ofNullable(overlay.quality(Check.present("quality id", id))));
    }

    @Override
    public VideoQuality get(QualityId id) {
        return calls.read(overlay -> {
            VideoQuality quality = overlay.quality(Check.present("quality id", id));
            if (quality == null) {
                throw new RecordNotFoundException("there is no quality " + id + ": put it first", null);
            }
            return quality;
        });
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return calls.read(overlay -> {
            List<VideoQuality> all = overlay.view().qualities().of(Check.present("video id", video));
            return all.stream().sorted(VideoQuality.BEST_FIRST).toList();
        });
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return calls.read(
                overlay -> Optional.ofNullable(QualityChanges.defaultOf(overlay, Check.present("video id", video))));
    }

    @Override
    public Optional<VideoQuality> findDefaultReady(VideoId video) {
        return findDefault(video).filter(quality -> quality.status() == QualityStatus.READY);
    }

    @Override
    public boolean updateStatus(QualityId id, QualityStatus status) {
        return calls.write(overlay ->
                QualityChanges.update(overlay, Check.present("quality id", id), QualityPatch.NOTHING.status(status)));
    }

    @Override
    public int updateStatuses(Map<QualityId, QualityStatus> statuses) {
        return calls.write(
                overlay -> QualityChanges.updateStatuses(overlay, Check.entries("quality statuses", statuses)));
    }

    @Override
    public boolean update(QualityId id, QualityPatch patch) {
        Check.present("quality id", id);
        return !Check.present("quality patch", patch).isEmpty()
                && calls.<Boolean>write(overlay -> QualityChanges.update(overlay, id, patch));
    }

    @Override
    public boolean delete(QualityId id) {
        return calls.write(overlay -> QualityChanges.delete(overlay, Check.present("quality id", id)));
    }

    @Override
    public boolean setDefault(VideoId video, QualityId id) {
        return calls.write(overlay -> {
            Check.present("video id", video);
            return QualityChanges.setDefault(overlay, video, Check.present("quality id", id));
        });
    }
}
