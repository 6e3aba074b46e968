package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating videos, finding them by each of their names, and their status. Racers are in {@link VideoRaceContract}. */
public interface VideoContract extends Contract {

    @Test
    default void aNewVideoIsADraftOfWhichNothingElseIsKnown(Persistence store) {
        NewVideo draft = NewVideo.draft();
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);
        Video video = store.videos().create(draft);

        assertThat(video.createdAt()).isBetween(before, store.now());
        assertThat(video)
                .isEqualTo(new Video(
                        draft.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        0,
                        VideoStatus.DRAFT,
                        video.createdAt(),
                        video.updatedAt()));
        assertThat(store.videos().get(draft.id())).isEqualTo(video);
    }

    @Test
    default void aVideoIsFoundByItsIdItsExternalIdAndItsSource(Persistence store) {
        SourceHash hash = hash('a');
        Video video = store.videos().create(NewVideo.ofExternalId("yt-1").sourceHash(hash));
        store.videos().create(NewVideo.ofExternalId("yt-2").sourceHash(hash('b')));

        assertThat(store.videos().find(video.id())).contains(video);
        assertThat(store.videos().findByExternalId("yt-1")).contains(video);
        assertThat(store.videos().findBySourceHash(hash)).contains(video);
    }

    @Test
    default void aVideoThatIsNotThereIsEmptyToFindAndNotFoundToGet(Persistence store) {
        Given.video(store);
        VideoId unknown = VideoId.next();

        assertThat(store.videos().find(unknown)).isEmpty();
        assertThat(store.videos().findByExternalId("yt-1")).isEmpty();
        assertThat(store.videos().findBySourceHash(hash('a'))).isEmpty();
        assertThatThrownBy(() -> store.videos().get(unknown))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(unknown.toString());
    }

    @Test
    default void repeatingACreateAnswersTheVideoAsItIsNow(Persistence store) {
        NewVideo video = NewVideo.ofExternalId("yt-1").sourceHash(hash('a')).title("first");
        store.videos().create(video);
        store.videos().updateStatus(video.id(), VideoStatus.PUBLISHED);

        Video again = store.videos().create(video.title("second"));

        assertThat(again).isEqualTo(store.videos().get(video.id()));
        assertThat(again.title()).isEqualTo("first");
        assertThat(again.status()).isEqualTo(VideoStatus.PUBLISHED);
    }

    @Test
    default void aNameThatBelongsToAnotherVideoIsAConflict(Persistence store) {
        NewVideo video = NewVideo.ofExternalId("yt-1").sourceHash(hash('a'));
        Video there = store.videos().create(video);
        List<NewVideo> clashes = List.of(
                NewVideo.ofExternalId("yt-1"),
                NewVideo.ofSource(hash('a')),
                video.externalId("yt-2"),
                video.sourceHash(hash('b')),
                video.externalId(null),
                NewVideo.draft().id(video.id()));

        for (NewVideo clash : clashes) {
            assertThatThrownBy(() -> store.videos().create(clash))
                    .as("creating %s", clash)
                    .isInstanceOfSatisfying(
                            StoreConflictException.class,
                            conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
        }
        assertThat(store.videos().get(video.id())).isEqualTo(there);
        assertThat(store.videos().findByExternalId("yt-2")).isEmpty();
        assertThat(store.videos().findBySourceHash(hash('b'))).isEmpty();
    }

    @Test
    default void manyVideosMayHaveNoNamesAtAll(Persistence store) {
        assertThat(Given.video(store)).isNotEqualTo(Given.video(store));
    }

    @Test
    default void theStatusIsSetAndTheTimeOfTheChangeIsKept(Fixture fixture) {
        Persistence store = fixture.persistence();
        Video video = store.videos().create(NewVideo.ofExternalId("yt-1").title("A title"));
        Video other = store.videos().create(NewVideo.draft());
        fixture.advance(Duration.ofSeconds(5));

        assertThat(store.videos().updateStatus(video.id(), VideoStatus.PROCESSING))
                .isTrue();

        Video changed = store.videos().get(video.id());
        assertThat(changed.status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(changed.title()).isEqualTo("A title");
        assertThat(changed.createdAt()).isEqualTo(video.createdAt());
        assertThat(changed.updatedAt()).isBetween(video.updatedAt().plusSeconds(5), store.now());
        assertThat(store.videos().get(other.id())).isEqualTo(other);
    }

    @Test
    default void theStatusOfAVideoThatIsNotThereIsNotSet(Persistence store) {
        assertThat(store.videos().updateStatus(VideoId.next(), VideoStatus.PUBLISHED))
                .isFalse();
    }

    /** A hash that consists of this hexadecimal digit alone. */
    private static SourceHash hash(char digit) {
        return new SourceHash(String.valueOf(digit).repeat(64));
    }
}
