package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.video.VideoId;
import java.util.List;

/** A video with two renditions that can be played. */
final class Ladder {

    private final Persistence store;
    final VideoId video;
    final QualityId low;
    final QualityId high;

    Ladder(Persistence store) {
        this.store = store;
        video = Given.video(store);
        low = put(store, QualityLevel.LEVEL_144P).id();
        high = put(store, QualityLevel.LEVEL_1080P).id();
    }

    private VideoQuality put(Stores stores, QualityLevel level) {
        return stores.qualities().put(NewQuality.of(video, level, "a").status(QualityStatus.READY));
    }

    Object putLow(Unit stores) {
        return put(stores, QualityLevel.LEVEL_144P);
    }

    Object putHigh(Unit stores) {
        return put(stores, QualityLevel.LEVEL_1080P);
    }

    Object defaultLow(Unit stores) {
        return stores.qualities().setDefault(video, low);
    }

    Object defaultHigh(Unit stores) {
        return stores.qualities().setDefault(video, high);
    }

    List<QualityId> defaults() {
        return store.qualities().list(video).stream()
                .filter(VideoQuality::isDefault)
                .map(VideoQuality::id)
                .toList();
    }

    /** The high one cannot be the default in the end; if it never was, the old one still is. */
    void theOldDefaultStaysUnless(Script chooses, Script ends) {
        assertThat(List.of(chooses, ends)).allMatch(Script::committed);
        assertThat(ends.answer()).isEqualTo(true);
        assertThat(defaults()).isEqualTo(Boolean.TRUE.equals(chooses.answer()) ? List.of() : List.of(low));
    }
}
