package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many changes of videos and renditions at once: none is lost, none waits in a circle, nothing is orphaned. */
public interface MediaRaceContract extends Contract {

    /** A short ladder. */
    List<QualityLevel> LEVELS =
            List.of(QualityLevel.LEVEL_1080P, QualityLevel.LEVEL_720P, QualityLevel.LEVEL_144P, QualityLevel.ORIGINAL);

    /** How many race here. */
    int RACERS = 6;

    @Test
    default void callsThatShareTheirRowsInAnyOrderDoNotWaitInACircle(Persistence store) {
        List<VideoId> videos = List.of(Given.video(store), Given.video(store));
        List<NewQuality> ladder = videos.stream()
                .flatMap(video -> LEVELS.stream().map(level -> NewQuality.of(video, level, "a")))
                .toList();
        List<QualityId> ids =
                store.qualities().putAll(ladder).stream().map(VideoQuality::id).toList();

        Racers.race(RACERS, number -> {
            Random random = new Random(number);
            for (int lap = 0; lap < 4; lap++) {
                List<QualityId> some = shuffled(ids, random);
                switch ((number + lap) % 4) {
                    case 0 -> onceFree(() -> store.qualities().putAll(shuffled(ladder, random)));
                    case 1 -> onceFree(() -> store.qualities().updateStatuses(all(some, QualityStatus.READY)));
                    case 2 ->
                        onceFree(() ->
                                store.videos().updateStatuses(all(shuffled(videos, random), VideoStatus.PUBLISHED)));
                    default -> onceFree(() -> store.qualities().setDefault(videos.get(0), some.get(0)));
                }
            }
            return true;
        });

        assertThat(store.qualities().list(videos.get(0)))
                .extracting(VideoQuality::id)
                .containsExactlyInAnyOrderElementsOf(ids.subList(0, LEVELS.size()));
    }

    @Test
    default void statusesAreSetInOneOrderWhateverTheOrderInWhichTheyCame(Fixture fixture) {
        Persistence store = fixture.persistence();
        inOneOrder(
                fixture,
                qualities -> store.qualities()
                        .updateStatuses(
                                all(qualities.stream().map(NewQuality::id).toList(), QualityStatus.READY)));
    }

    @Test
    default void renditionsAreKeptInOneOrderWhateverTheOrderInWhichTheyCame(Fixture fixture) {
        Persistence store = fixture.persistence();
        inOneOrder(fixture, qualities -> store.qualities().putAll(qualities).size());
    }

    @Test
    default void whileStatusesOfAWholeLadderChangeThereIsAtMostOneDefaultAndNoFailedOne(Persistence store) {
        VideoId video = Given.video(store);
        List<QualityId> ids =
                store
                        .qualities()
                        .putAll(LEVELS.stream()
                                .map(level -> NewQuality.of(video, level, "a"))
                                .toList())
                        .stream()
                        .map(VideoQuality::id)
                        .toList();

        Racers.race(RACERS, number -> {
            for (int lap = 0; lap < 4; lap++) {
                QualityStatus status = lap % 2 == 0 ? QualityStatus.FAILED : QualityStatus.READY;
                QualityId mine = ids.get((number + lap) % ids.size());
                switch (number % 4) {
                    case 0 -> onceFree(() -> store.qualities().updateStatuses(all(ids, status)));
                    case 1 -> onceFree(() -> store.qualities().update(mine, QualityPatch.NOTHING.status(status)));
                    case 2 -> onceFree(() -> store.qualities().setDefault(video, mine));
                    default ->
                        assertThat(store.qualities().list(video).stream().filter(VideoQuality::isDefault))
                                .hasSizeLessThanOrEqualTo(1)
                                .noneMatch(quality -> quality.status() == QualityStatus.FAILED);
                }
            }
            return true;
        });
    }

    @Test
    default void manyThatCreateTheSameVideosCreateEachOnce(Persistence store) {
        List<NewVideo> videos = Stream.of("yt-1", "yt-2", "yt-3", "yt-4", "yt-5")
                .map(NewVideo::ofExternalId)
                .toList();

        List<Integer> created = Racers.race(
                RACERS,
                number ->
                        Again.<Integer>whileSafe(() -> store.videos().createAll(shuffled(videos, new Random(number)))));

        assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    }

    @Test
    default void ofTwoPatchesThatMeetNoneIsLost(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoQuality quality = store.qualities().put(NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "old"));

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().update(quality.video(), VideoPatch.NOTHING.title("title"));
            unit.stores().qualities().update(quality.id(), QualityPatch.NOTHING.url("new"));
            Elsewhere<Boolean> video =
                    Elsewhere.start(() -> store.videos().update(quality.video(), VideoPatch.NOTHING.url("url")));
            Elsewhere<Integer> status =
                    Elsewhere.start(() -> store.qualities().updateStatuses(Map.of(quality.id(), QualityStatus.READY)));
            video.mustStillWaitAfter(Given.patience(fixture));
            status.mustStillWaitAfter(Duration.ZERO);
            unit.commit();

            assertThat(video.answer()).isTrue();
            assertThat(status.answer()).isEqualTo(1);
        }
        Video after = store.videos().get(quality.video());
        assertThat(after.title()).isEqualTo("title");
        assertThat(after.url()).isEqualTo("url");
        assertThat(Fields.changed(quality, store.qualities().get(quality.id())))
                .containsExactly("processingCompletedAt", "status", "url");
    }

    @Test
    default void aVideoDoesNotGoBeforeTheRenditionThatComesToItIsThere(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewQuality quality = NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "a");

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().qualities().put(quality);
            Elsewhere<Boolean> delete = Elsewhere.start(() -> store.videos().delete(quality.video()));
            delete.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(delete.answer()).isTrue();
        }
        assertThat(store.qualities().find(quality.id())).isEmpty();
    }

    @Test
    default void aRenditionWaitsForTheEndOfItsVideoAndIsRefused(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewQuality quality = NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "a");

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().delete(quality.video());
            Elsewhere<VideoQuality> one =
                    Elsewhere.start(() -> store.qualities().put(quality));
            Elsewhere<List<VideoQuality>> many =
                    Elsewhere.start(() -> store.qualities().putAll(List.of(quality)));
            one.mustStillWaitAfter(Given.patience(fixture));
            many.mustStillWaitAfter(Duration.ZERO);
            unit.commit();

            assertThatThrownBy(one::answer).isInstanceOf(RecordNotFoundException.class);
            assertThatThrownBy(many::answer).isInstanceOf(RecordNotFoundException.class);
        }
        assertThat(store.qualities().find(quality.id())).isEmpty();
    }

    @Test
    default void unitsThatAddToOneVideoDoNotWaitForEachOther(Persistence store) {
        VideoId video = Given.video(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "a"));

            Elsewhere.call(() -> store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_480P, "b")));
            assertThat(Elsewhere.<Boolean>call(() -> store.videos().updateStatus(video, VideoStatus.PUBLISHED)))
                    .isTrue();
            unit.commit();
        }
        assertThat(store.qualities().list(video)).hasSize(2);
    }

    /** Two calls would hold each other up if they took the first and the last row, and waited for the one between. */
    private static void inOneOrder(Fixture fixture, Function<List<NewQuality>, Integer> call) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        NewQuality first = NewQuality.of(video, QualityLevel.LEVEL_1080P, "a");
        NewQuality between = NewQuality.of(video, QualityLevel.LEVEL_480P, "b");
        NewQuality last = NewQuality.of(video, QualityLevel.ORIGINAL, "c");
        store.qualities().putAll(List.of(first, between, last));

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().qualities().updateStatus(between.id(), QualityStatus.FAILED);
            Elsewhere<Integer> there = Elsewhere.start(() -> call.apply(List.of(first, between, last)));
            there.mustStillWaitAfter(Given.patience(fixture));
            Elsewhere<Integer> back = Elsewhere.start(() -> call.apply(List.of(last, between, first)));
            back.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(there.answer()).isEqualTo(3);
            assertThat(back.answer()).isEqualTo(3);
        }
    }

    /** A machine that is slow makes calls wait for long; calls that wait for each other are a defect. */
    private static void onceFree(Runnable call) {
        for (int tries = 1; ; tries++) {
            try {
                call.run();
                return;
            } catch (StoreTimeoutException slow) {
                if (tries == 5) {
                    throw slow;
                }
            }
        }
    }

    private static <T> List<T> shuffled(List<T> given, Random random) {
        List<T> copy = new ArrayList<>(given);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static <K, V> Map<K, V> all(List<K> keys, V value) {
        Map<K, V> map = new LinkedHashMap<>();
        keys.forEach(key -> map.put(key, value));
        return map;
    }
}
