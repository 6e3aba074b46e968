package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoRegistration;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering videos by the names that others gave them: one creates, all get the same video. */
public interface VideoRaceContract extends Contract {

    /** Two sources. */
    SourceHash ONE = new SourceHash("1".repeat(64));

    SourceHash TWO = new SourceHash("2".repeat(64));

    @Test
    default void theFirstRegistrationCreatesAndTheNextAnswersWhatIsThere(Persistence store) {
        NewVideo first = NewVideo.ofExternalId("yt-1").sourceHash(ONE).title("first");
        VideoRegistration created = store.videos().registerByExternalId(first);
        store.videos().updateStatus(first.id(), VideoStatus.PUBLISHED);
        Video there = store.videos().get(first.id());

        assertThat(created.created()).isTrue();
        assertThat(created.video().title()).isEqualTo("first");
        assertThat(store.videos()
                        .registerByExternalId(NewVideo.ofExternalId("yt-1").title("second")))
                .isEqualTo(new VideoRegistration(there, false));
        assertThat(store.videos().registerBySourceHash(NewVideo.ofSource(ONE)))
                .isEqualTo(new VideoRegistration(there, false));
        assertThat(store.videos().registerByExternalId(first)).isEqualTo(new VideoRegistration(there, false));
    }

    @Test
    default void aRegistrationNeedsTheNameThatItGoesBy(Persistence store) {
        assertThatThrownBy(() -> store.videos().registerByExternalId(NewVideo.ofSource(ONE)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("video external id is missing");
        assertThatThrownBy(() -> store.videos().registerBySourceHash(NewVideo.ofExternalId("yt-1")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("video source hash is missing");
        assertThat(store.videos().findByExternalId("yt-1")).isEmpty();
        assertThat(store.videos().findBySourceHash(ONE)).isEmpty();
    }

    @Test
    default void aNewVideoWhoseOtherNamesBelongToAnotherIsAConflict(Persistence store) {
        NewVideo there = NewVideo.ofExternalId("yt-1").sourceHash(ONE);
        store.videos().create(there);

        conflict(() -> store.videos()
                .registerByExternalId(NewVideo.ofExternalId("yt-2").sourceHash(ONE)));
        conflict(() -> store.videos()
                .registerByExternalId(NewVideo.ofExternalId("yt-2").id(there.id())));
        conflict(
                () -> store.videos().registerBySourceHash(NewVideo.ofSource(TWO).externalId("yt-1")));
        conflict(
                () -> store.videos().registerBySourceHash(NewVideo.ofSource(TWO).id(there.id())));
        assertThat(store.videos().findByExternalId("yt-2")).isEmpty();
        assertThat(store.videos().findBySourceHash(TWO)).isEmpty();
    }

    @Test
    default void ofManyRegistrationsByExternalIdOneCreates(Persistence store) {
        oneCreates(Racers.race(
                number -> Again.whileSafe(() -> store.videos().registerByExternalId(NewVideo.ofExternalId("yt-1")))));
    }

    @Test
    default void ofManyRegistrationsBySourceHashOneCreates(Persistence store) {
        oneCreates(Racers.race(
                number -> Again.whileSafe(() -> store.videos().registerBySourceHash(NewVideo.ofSource(ONE)))));
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void oneCreatesAtEveryIsolation(Isolation isolation, Persistence store) {
        UnitOptions options = UnitOptions.DEFAULT.isolation(isolation);

        oneCreates(Racers.race(number ->
                Again.whileSafe(() -> store.unitOfWork().call(options, stores -> {
                    stores.videos().findByExternalId("yt-1");
                    return stores.videos().registerByExternalId(NewVideo.ofExternalId("yt-1"));
                }))));
    }

    @Test
    default void aRegistrationWaitsForAnotherUnitAndGetsItsVideoOnceThatIsCommitted(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewVideo first = NewVideo.ofExternalId("yt-1").sourceHash(ONE);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().create(first);
            Elsewhere<VideoRegistration> byName =
                    Elsewhere.start(() -> store.videos().registerByExternalId(NewVideo.ofExternalId("yt-1")));
            Elsewhere<VideoRegistration> bySource =
                    Elsewhere.start(() -> store.videos().registerBySourceHash(NewVideo.ofSource(ONE)));
            byName.mustStillWaitAfter(Given.patience(fixture));
            bySource.mustStillWaitAfter(Duration.ZERO);
            unit.commit();

            VideoRegistration known = new VideoRegistration(store.videos().get(first.id()), false);
            assertThat(byName.answer()).isEqualTo(known);
            assertThat(bySource.answer()).isEqualTo(known);
        }
    }

    @Test
    default void aRegistrationCreatesOnceTheUnitItWaitedForIsRolledBack(Fixture fixture) {
        Persistence store = fixture.persistence();

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().registerByExternalId(NewVideo.ofExternalId("yt-1"));
            Elsewhere<VideoRegistration> second =
                    Elsewhere.start(() -> store.videos().registerByExternalId(NewVideo.ofExternalId("yt-1")));
            second.mustStillWaitAfter(Given.patience(fixture));
            unit.close();

            assertThat(second.answer().created()).isTrue();
        }
    }

    @Test
    default void manyCreatesOfOneVideoAllAnswerIt(Persistence store) {
        NewVideo video = NewVideo.ofExternalId("yt-1").sourceHash(ONE);

        List<Video> videos =
                Racers.race(number -> Again.whileSafe(() -> store.videos().create(video)));

        assertThat(videos).containsOnly(store.videos().get(video.id()));
    }

    @Test
    default void ofManyVideosThatRaceForOneNameOneGetsIt(Persistence store) {
        List<Boolean> created = Racers.race(number -> Again.whileSafe(() -> {
            try {
                store.videos().create(NewVideo.ofExternalId("yt-1"));
                return true;
            } catch (StoreConflictException conflict) {
                if (conflict.repeat() == Repeat.SAFE) {
                    throw conflict;
                }
                return false;
            }
        }));

        assertThat(created).containsOnlyOnce(true);
    }

    private static void oneCreates(List<VideoRegistration> registrations) {
        assertThat(registrations).extracting(VideoRegistration::created).containsOnlyOnce(true);
        assertThat(registrations)
                .extracting(VideoRegistration::video)
                .containsOnly(registrations.get(0).video());
    }

    private static void conflict(Runnable registration) {
        assertThatThrownBy(registration::run)
                .isInstanceOfSatisfying(
                        StoreConflictException.class,
                        conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
    }
}
