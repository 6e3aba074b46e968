package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Renditions: putting, putting again, the order of lists, the status. */
public interface QualityContract extends Contract {

    @Test
    default void aNewRenditionIsKeptAsItWasPut(Persistence store) {
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        NewQuality quality = NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "s3://a/720.mp4");
        VideoQuality put = store.qualities().put(quality);

        assertThat(put.createdAt()).isBetween(before, store.now());
        assertThat(put.processingStartedAt()).isBetween(before, store.now());
        assertThat(put)
                .isEqualTo(new VideoQuality(
                        quality.id(),
                        quality.video(),
                        QualityLevel.LEVEL_720P,
                        "",
                        "s3://a/720.mp4",
                        QualityStatus.PROCESSING,
                        false,
                        MediaFacts.UNKNOWN,
                        AudioFacts.UNKNOWN,
                        null,
                        put.processingStartedAt(),
                        null,
                        put.createdAt(),
                        put.updatedAt()));
        assertThat(store.qualities().find(quality.id())).contains(put);
    }

    @Test
    default void aRenditionThatIsPutReadyOrFailedIsComplete(Persistence store) {
        VideoId video = Given.video(store);
        NewQuality ready = NewQuality.of(video, QualityLevel.LEVEL_720P, "a").status(QualityStatus.READY);
        NewQuality failed = NewQuality.of(video, QualityLevel.LEVEL_480P, "b").status(QualityStatus.FAILED);

        assertThat(store.qualities().put(ready).processingCompletedAt()).isNotNull();
        assertThat(store.qualities().put(failed).processingCompletedAt()).isNotNull();
    }

    @Test
    default void puttingAgainReplacesEverythingButIdCreationAndDefault(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        MediaFacts facts = MediaFacts.UNKNOWN.width(1280).height(720).codec("h264");
        VideoQuality first = store.qualities()
                .put(NewQuality.of(video, QualityLevel.LEVEL_720P, "old").ready(facts));
        store.qualities().setDefault(video, first.id());
        fixture.advance(Duration.ofSeconds(9));
        NewQuality again = NewQuality.of(video, QualityLevel.LEVEL_720P, "new")
                .ready(MediaFacts.UNKNOWN.width(640).container("mp4"))
                .audio(new AudioFacts("opus", 96, 48_000, 2))
                .encodingTime(Duration.ofSeconds(3));

        VideoQuality second = store.qualities().put(again);

        assertThat(second)
                .isEqualTo(new VideoQuality(
                        first.id(),
                        video,
                        QualityLevel.LEVEL_720P,
                        "",
                        "new",
                        QualityStatus.READY,
                        true,
                        again.facts(),
                        again.audio(),
                        again.encodingTime(),
                        second.processingStartedAt(),
                        second.processingCompletedAt(),
                        first.createdAt(),
                        second.updatedAt()));
        assertThat(second.updatedAt()).isAfterOrEqualTo(first.updatedAt().plusSeconds(9));
        assertThat(second.processingStartedAt())
                .isAfterOrEqualTo(first.processingStartedAt().plusSeconds(9));
        assertThat(store.qualities().list(video)).containsExactly(second);
        assertThat(store.qualities().find(again.id())).isEmpty();
    }

    @Test
    default void variantsOfALevelAreRenditionsOfTheirOwn(Persistence store) {
        VideoId video = Given.video(store);
        NewQuality plain = NewQuality.of(video, QualityLevel.LEVEL_720P, "a");
        store.qualities().put(plain);
        store.qualities().put(plain.id(QualityId.next()).variant("av1"));
        store.qualities().put(plain.id(QualityId.next()).variant("AV1"));

        assertThat(store.qualities().list(video))
                .extracting(VideoQuality::variant)
                .containsExactly("", "av1", "AV1");
    }

    @Test
    default void listsGoFromTheBestToTheOriginalAndBySeniorityWithinALevel(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        List<QualityLevel> levels = new ArrayList<>(Arrays.asList(QualityLevel.values()));
        levels.addAll(Arrays.asList(QualityLevel.values()));
        Collections.shuffle(levels, new Random(7));
        for (QualityLevel level : levels) {
            String variant = "v" + store.qualities().list(video).size();
            store.qualities().put(NewQuality.of(video, level, "u").variant(variant));
            fixture.advance(Duration.ofMillis(10));
        }
        store.qualities().put(NewQuality.of(Given.video(store), QualityLevel.LEVEL_1080P, "of another video"));

        List<VideoQuality> list = store.qualities().list(video);

        assertThat(list).hasSize(18).isSortedAccordingTo(VideoQuality.BEST_FIRST);
        assertThat(list.get(0).level()).isEqualTo(QualityLevel.LEVEL_2160P);
        assertThat(list.get(17).level()).isEqualTo(QualityLevel.ORIGINAL);
    }

    @Test
    default void aRenditionOfNoVideoIsRefused(Persistence store) {
        NewQuality orphan = NewQuality.of(VideoId.next(), QualityLevel.LEVEL_720P, "a");

        assertThatThrownBy(() -> store.qualities().put(orphan))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(orphan.video().toString());
        assertThat(store.qualities().find(orphan.id())).isEmpty();
        assertThat(store.qualities().list(orphan.video())).isEmpty();
    }

    @Test
    default void theIdOfAnotherRenditionIsAConflict(Persistence store) {
        VideoId video = Given.video(store);
        VideoQuality there = store.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "a"));
        NewQuality clash = NewQuality.of(video, QualityLevel.LEVEL_480P, "b").id(there.id());

        assertThatThrownBy(() -> store.qualities().put(clash))
                .isInstanceOfSatisfying(
                        StoreConflictException.class,
                        conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
        assertThat(store.qualities().list(video)).containsExactly(there);
    }

    @Test
    default void aRenditionThatIsNotThereIsNotFound(Persistence store) {
        QualityId unknown = QualityId.next();

        assertThat(store.qualities().find(unknown)).isEmpty();
        assertThat(store.qualities().updateStatus(unknown, QualityStatus.READY)).isFalse();
        assertThatThrownBy(() -> store.qualities().get(unknown))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(unknown.toString());
    }

    @Test
    default void theStatusSetsAndClearsTheTimeOfCompletion(Fixture fixture) {
        Persistence store = fixture.persistence();
        QualityId id = store.qualities()
                .put(NewQuality.of(Given.video(store), QualityLevel.LEVEL_720P, "a"))
                .id();
        for (QualityStatus status : List.of(QualityStatus.READY, QualityStatus.PROCESSING, QualityStatus.FAILED)) {
            fixture.advance(Duration.ofSeconds(5));
            Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

            assertThat(store.qualities().updateStatus(id, status)).isTrue();

            VideoQuality quality = store.qualities().get(id);
            assertThat(quality.status()).isEqualTo(status);
            assertThat(quality.updatedAt()).isBetween(before, store.now());
            if (status == QualityStatus.PROCESSING) {
                assertThat(quality.processingCompletedAt()).isNull();
            } else {
                assertThat(quality.processingCompletedAt()).isBetween(before, store.now());
            }
        }
    }
}
