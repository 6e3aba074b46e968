package dev.reelstore.application.cache;

import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoId;
import java.util.List;
import java.util.Optional;

/** Renditions whose lists are kept; inside a unit of work the store is asked. Safe from any thread. */
final class KeptQualities extends ReportedQualities {

    private final UnitOfWork units;
    private final QualityLists lists;

    KeptQualities(QualityStore qualities, Reporting reporting, UnitOfWork units, QualityLists lists) {
        super(qualities, reporting);
        this.units = units;
        this.lists = lists;
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return units.active()
                ? super.list(video)
                : lists.get(Check.present("video id", video), () -> super.list(video));
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return list(video).stream().filter(VideoQuality::isDefault).findFirst();
    }

    @Override
    public Optional<VideoQuality> findDefaultReady(VideoId video) {
        return findDefault(video).filter(quality -> quality.status() == QualityStatus.READY);
    }
}
