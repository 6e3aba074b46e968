package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All renditions with their indexes.
 *
 * @param byId every rendition
 * @param byVideo every rendition, those of one video together, by level and variant
 */
record QualityTable(Tree<VideoQuality> byId, Tree<VideoQuality> byVideo) {

    /** Where a rendition stands: the order in which several are locked. */
    static final Comparator<VideoQuality> PLACE = Comparator.comparing(VideoQuality::video)
            .thenComparing(VideoQuality::level)
            .thenComparing(VideoQuality::variant);

    static final QualityTable EMPTY =
            new QualityTable(Tree.sortedBy(Comparator.comparing(VideoQuality::id)), Tree.sortedBy(PLACE));

    @Nullable
    VideoQuality find(QualityId id) {
        return byId.find(quality -> quality.id().compareTo(id));
    }

    @Nullable
    VideoQuality find(VideoId video, QualityLevel level, String variant) {
        return byVideo.find(quality -> {
            int videos = quality.video().compareTo(video);
            int levels = videos != 0 ? videos : quality.level().compareTo(level);
            return levels != 0 ? levels : quality.variant().compareTo(variant);
        });
    }

    List<VideoQuality> of(VideoId video) {
        List<VideoQuality> found = new ArrayList<>();
        for (VideoQuality quality :
                byVideo.ascending(candidate -> candidate.video().compareTo(video) >= 0)) {
            if (!quality.video().equals(video)) {
                break;
            }
            found.add(quality);
        }
        return found;
    }

    QualityTable with(VideoQuality quality) {
        QualityTable others = without(quality.id());
        return new QualityTable(others.byId.with(quality), others.byVideo.with(quality));
    }

    /** Its level and variant may be another's by now. */
    QualityTable without(QualityId id) {
        VideoQuality old = find(id);
        if (old == null) {
            return this;
        }
        VideoQuality placed = find(old.video(), old.level(), old.variant());
        boolean own = placed != null && placed.id().equals(id);
        return new QualityTable(byId.without(old), own ? byVideo.without(old) : byVideo);
    }
}
