package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Renditions under many hands at once: one row per level and variant, at most one default at any moment (G7). */
public interface QualityRaceContract extends Contract {

    /** How often each racer does its part. */
    int LAPS = 5;

    @Test
    default void whoeverRacesAReaderSeesExactlyOneDefault(Persistence store) {
        VideoId video = Given.video(store);
        List<QualityId> qualities = ladder(store, video);
        store.qualities().setDefault(video, qualities.get(0));

        Racers.race(number -> {
            for (int lap = 0; lap < LAPS; lap++) {
                QualityId mine = qualities.get((number + lap) % qualities.size());
                if (number % 4 == 0) {
                    List<VideoQuality> list = store.qualities().list(video);
                    assertThat(list.stream().filter(VideoQuality::isDefault)).hasSize(1);
                } else {
                    assertThat(Again.<Boolean>whileSafe(() -> store.qualities().setDefault(video, mine)))
                            .isTrue();
                }
            }
            return true;
        });

        assertThat(store.qualities().list(video).stream().filter(VideoQuality::isDefault))
                .hasSize(1);
    }

    @Test
    default void whileDefaultsFailThereIsNeverMoreThanOneNorAFailedOne(Persistence store) {
        VideoId video = Given.video(store);
        List<QualityId> qualities = ladder(store, video);

        Racers.race(number -> {
            for (int lap = 0; lap < LAPS; lap++) {
                QualityId mine = qualities.get((number + lap) % qualities.size());
                QualityStatus status = lap % 2 == 0 ? QualityStatus.FAILED : QualityStatus.READY;
                switch (number % 3) {
                    case 0 -> Again.whileSafe(() -> store.qualities().setDefault(video, mine));
                    case 1 -> Again.whileSafe(() -> store.qualities().updateStatus(mine, status));
                    default -> atMostOneDefaultAndNoFailedOne(store.qualities().list(video));
                }
            }
            return true;
        });

        atMostOneDefaultAndNoFailedOne(store.qualities().list(video));
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void theFirstDefaultOfAVideoIsOneAtEveryIsolation(Isolation isolation, Persistence store) {
        UnitOptions options = UnitOptions.DEFAULT.isolation(isolation);
        VideoId video = Given.video(store);
        List<QualityId> qualities = ladder(store, video);

        Racers.race(number -> Again.whileSafe(() -> store.unitOfWork().call(options, stores -> {
            stores.qualities().findDefault(video);
            return stores.qualities().setDefault(video, qualities.get(number % qualities.size()));
        })));

        assertThat(store.qualities().list(video).stream().filter(VideoQuality::isDefault))
                .hasSize(1);
    }

    @Test
    default void manyPutsOfOneLevelMakeOneRenditionWithOneId(Persistence store) {
        VideoId video = Given.video(store);

        List<VideoQuality> puts = Racers.race(number -> Again.whileSafe(
                () -> store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "url-" + number))));

        Set<QualityId> ids = puts.stream().map(VideoQuality::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(store.qualities().list(video)).hasSize(1);
    }

    @Test
    default void aPutWaitsForAnotherUnitAndKeepsTheIdThatIsThere(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewQuality first = NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "first");
        NewQuality second = first.id(QualityId.next()).url("second");

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().qualities().put(first);
            Elsewhere<VideoQuality> other =
                    Elsewhere.start(() -> store.qualities().put(second));
            other.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(other.answer().id()).isEqualTo(first.id());
            assertThat(other.answer().url()).isEqualTo("second");
        }
        assertThat(store.qualities().list(first.video())).hasSize(1);
    }

    @Test
    default void whoSetsADefaultWaitsForAnotherUnitThatDoes(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        List<QualityId> qualities = ladder(store, video);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().qualities().setDefault(video, qualities.get(0));
            Elsewhere<Boolean> other = Elsewhere.start(() -> store.qualities().setDefault(video, qualities.get(1)));
            other.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(other.answer()).isTrue();
        }
        assertThat(store.qualities().list(video))
                .filteredOn(VideoQuality::isDefault)
                .extracting(VideoQuality::id)
                .containsExactly(qualities.get(1));
    }

    private static List<QualityId> ladder(Persistence store, VideoId video) {
        List<QualityId> ids = new ArrayList<>();
        for (QualityLevel level : QualityLevel.values()) {
            NewQuality quality = NewQuality.of(video, level, "a").status(QualityStatus.READY);
            ids.add(store.qualities().put(quality).id());
        }
        return ids;
    }

    private static void atMostOneDefaultAndNoFailedOne(List<VideoQuality> qualities) {
        List<VideoQuality> defaults =
                qualities.stream().filter(VideoQuality::isDefault).toList();
        assertThat(defaults).hasSizeLessThanOrEqualTo(1);
        assertThat(defaults).extracting(VideoQuality::status).doesNotContain(QualityStatus.FAILED);
    }
}
