package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Channels under many hands at once: one creates, all get the same, and none goes while a video comes to it. */
public interface ChannelRaceContract extends Contract {

    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void ofManyRegistrationsOneCreatesAndAllGetTheSame(Isolation isolation, Persistence store) {
        UnitOptions options = UnitOptions.DEFAULT.isolation(isolation);

        List<ChannelRegistration> registrations =
                Racers.race(number -> Again.whileSafe(() -> store.unitOfWork().call(options, stores -> {
                    stores.channels().findByExternalId("CH123");
                    return stores.channels().register(NewChannel.of("CH123", "News"));
                })));

        assertThat(registrations).extracting(ChannelRegistration::created).containsOnlyOnce(true);
        assertThat(registrations)
                .extracting(ChannelRegistration::channel)
                .containsOnly(registrations.get(0).channel());
    }

    @Test
    default void aRegistrationWaitsForAnotherUnitAndGetsItsChannelOnceThatIsCommitted(Fixture fixture) {
        Persistence store = fixture.persistence();

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            ChannelId first = Given.channel(unit.stores());
            Elsewhere<ChannelId> second = Elsewhere.start(() -> Given.channel(store));
            second.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(second.answer()).isEqualTo(first);
        }
    }

    @Test
    default void aChannelDoesNotGoBeforeTheVideoThatComesToItIsThere(Fixture fixture) {
        Persistence store = fixture.persistence();
        ChannelId channel = Given.channel(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            Video video = unit.stores().videos().create(NewVideo.draft().channel(channel));
            Elsewhere<Boolean> delete = Elsewhere.start(() -> store.channels().delete(channel));
            delete.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThat(delete.answer()).isTrue();
            assertThat(store.videos().get(video.id()).channel()).isNull();
        }
    }

    @Test
    default void aVideoWaitsForTheEndOfAChannelAndIsRefused(Fixture fixture) {
        Persistence store = fixture.persistence();
        NewVideo video = NewVideo.draft().channel(Given.channel(store));

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().channels().delete(Objects.requireNonNull(video.channel()));
            Elsewhere<Video> create = Elsewhere.start(() -> store.videos().create(video));
            create.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();

            assertThatThrownBy(create::answer).isInstanceOf(RecordNotFoundException.class);
        }
        assertThat(store.videos().find(video.id())).isEmpty();
    }

    @Test
    default void unitsThatAddToOneChannelDoNotWaitForEachOther(Persistence store) {
        ChannelId channel = Given.channel(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().create(NewVideo.draft().channel(channel));

            Video other =
                    Elsewhere.call(() -> store.videos().create(NewVideo.draft().channel(channel)));
            assertThat(Elsewhere.<Boolean>call(() -> store.channels().rename(channel, "Renamed")))
                    .isTrue();
            assertThat(store.videos().get(other.id()).channel()).isEqualTo(channel);
            unit.commit();
        }
    }
}
