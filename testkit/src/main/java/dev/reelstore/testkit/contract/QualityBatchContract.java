package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeping many renditions at once, or their statuses: all or none. */
public interface QualityBatchContract extends Contract {

    @Test
    default void manyRenditionsAreKeptAndAnsweredAsTheyWereGiven(Persistence store) {
        VideoId one = Given.video(store);
        VideoId two = Given.video(store);
        List<NewQuality> asked = new ArrayList<>();
        asked.add(NewQuality.of(two, QualityLevel.ORIGINAL, "o")
                .ready(QualityChangeContract.FACTS)
                .audio(QualityChangeContract.AUDIO)
                .encodingTime(Duration.ofSeconds(3))
                .processingStartedAt(Instant.parse("2020-02-29T00:00:00Z")));
        for (QualityLevel level : QualityLevel.values()) {
            asked.add(NewQuality.of(one, level, "u-" + level));
        }

        List<VideoQuality> kept = store.qualities().putAll(asked);

        assertThat(kept)
                .extracting(VideoQuality::id)
                .isEqualTo(asked.stream().map(NewQuality::id).toList());
        assertThat(kept)
                .allSatisfy(quality ->
                        assertThat(store.qualities().get(quality.id())).isEqualTo(quality));
        VideoQuality full = kept.get(0);
        assertThat(full.facts()).isEqualTo(QualityChangeContract.FACTS);
        assertThat(full.audio()).isEqualTo(QualityChangeContract.AUDIO);
        store.qualities().delete(full.id());
        assertThat(Fields.changed(store.qualities().put(asked.get(0)), full))
                .isSubsetOf("createdAt", "processingCompletedAt");
        assertThat(store.qualities().list(one)).hasSize(9);
        assertThat(store.qualities().putAll(List.of())).isEmpty();
    }

    @Test
    default void thoseThatAreThereAreReplacedAsByOnePut(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality there = store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "old"));
        VideoQuality failing = store.qualities().put(NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "old"));
        store.qualities().setDefault(video, there.id());
        store.qualities().setDefault(failing.video(), failing.id());

        List<VideoQuality> kept = store.qualities()
                .putAll(List.of(
                        NewQuality.of(failing.video(), QualityLevel.LEVEL_720P, "b")
                                .status(QualityStatus.FAILED),
                        NewQuality.of(video, QualityLevel.LEVEL_720P, "new"),
                        NewQuality.of(video, QualityLevel.LEVEL_720P, "hdr").variant("hdr")));

        assertThat(kept).extracting(VideoQuality::id).startsWith(failing.id(), there.id());
        assertThat(kept).extracting(VideoQuality::isDefault).containsExactly(false, true, false);
        assertThat(store.qualities().list(video)).extracting(VideoQuality::url).containsExactlyInAnyOrder("new", "hdr");
    }

    @Test
    default void whereOneIsRefusedNoneIsKept(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality there = store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "old"));
        NewQuality good = NewQuality.of(video, QualityLevel.LEVEL_480P, "good");
        NewQuality late = NewQuality.of(video, QualityLevel.LEVEL_144P, "late");
        for (NewQuality bad : List.of(
                NewQuality.of(video, QualityLevel.LEVEL_240P, "bad").id(there.id()),
                NewQuality.of(video, QualityLevel.LEVEL_240P, "bad").id(good.id()),
                NewQuality.of(video, QualityLevel.LEVEL_480P, "bad"))) {
            assertThatThrownBy(() -> store.qualities().putAll(List.of(good, bad, late)))
                    .as("with %s", bad)
                    .isInstanceOfSatisfying(
                            StoreConflictException.class,
                            conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
        }
        assertThatThrownBy(() -> store.qualities()
                        .putAll(List.of(good, NewQuality.of(VideoId.next(), QualityLevel.LEVEL_240P, "bad"), late)))
                .isInstanceOf(RecordNotFoundException.class);

        assertThat(store.qualities().list(video)).containsExactly(there);
    }

    @Test
    default void manyStatusesAreSetInOneStep(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        List<VideoQuality> qualities = store.qualities()
                .putAll(List.of(
                        NewQuality.of(video, QualityLevel.LEVEL_720P, "a").status(QualityStatus.READY),
                        NewQuality.of(video, QualityLevel.LEVEL_480P, "b").status(QualityStatus.FAILED),
                        NewQuality.of(video, QualityLevel.LEVEL_360P, "c"),
                        NewQuality.of(video, QualityLevel.LEVEL_240P, "d")));
        VideoQuality bystander = qualities.get(3);
        store.qualities().setDefault(video, qualities.get(0).id());
        fixture.advance(Duration.ofSeconds(1));

        int changed = store.qualities()
                .updateStatuses(Map.of(
                        qualities.get(0).id(), QualityStatus.FAILED,
                        qualities.get(1).id(), QualityStatus.PROCESSING,
                        qualities.get(2).id(), QualityStatus.READY,
                        QualityId.next(), QualityStatus.READY));

        assertThat(changed).isEqualTo(3);
        List<VideoQuality> after = store.qualities().list(video);
        assertThat(after)
                .extracting(VideoQuality::status)
                .containsExactly(
                        QualityStatus.FAILED, QualityStatus.PROCESSING, QualityStatus.READY, QualityStatus.PROCESSING);
        assertThat(after).noneMatch(VideoQuality::isDefault);
        assertThat(after.get(0).processingCompletedAt()).isEqualTo(after.get(0).updatedAt());
        assertThat(after.get(1).processingCompletedAt()).isNull();
        assertThat(after.get(2).processingCompletedAt()).isEqualTo(after.get(2).updatedAt());
        assertThat(after.get(2).updatedAt())
                .isAfterOrEqualTo(qualities.get(2).updatedAt().plusSeconds(1));
        assertThat(after.get(3)).isEqualTo(bystander);
        assertThat(store.qualities().updateStatuses(Map.of())).isZero();
    }
}
