package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Channels: registering, renaming, deleting, and the videos in them. Racers are in {@link ChannelRaceContract}. */
public interface ChannelContract extends Contract {

    @Test
    default void aNewChannelIsKeptAsItWasRegistered(Persistence store) {
        NewChannel asked = NewChannel.of("CH123", "🎬 News");
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        ChannelRegistration made = store.channels().register(asked);

        Channel channel = made.channel();
        assertThat(made.created()).isTrue();
        assertThat(channel.createdAt()).isBetween(before, store.now());
        assertThat(channel)
                .isEqualTo(new Channel(asked.id(), "CH123", "🎬 News", channel.createdAt(), channel.createdAt()));
        assertThat(store.channels().get(asked.id())).isEqualTo(channel);
        assertThat(store.channels().find(asked.id())).contains(channel);
        assertThat(store.channels().findByExternalId("CH123")).contains(channel);
    }

    @Test
    default void registeringAgainAnswersTheChannelAsItIs(Persistence store) {
        Channel there =
                store.channels().register(NewChannel.of("CH123", "News")).channel();

        assertThat(store.channels().register(NewChannel.of("CH123", "Other")))
                .isEqualTo(new ChannelRegistration(there, false));
        assertThat(store.channels().register(NewChannel.of("ch123", "Other")).created())
                .isTrue();
    }

    @Test
    default void aChannelThatIsNotThereIsEmptyToFindAndNotFoundToGet(Persistence store) {
        Given.channel(store);
        ChannelId unknown = ChannelId.next();

        assertThat(store.channels().find(unknown)).isEmpty();
        assertThat(store.channels().findByExternalId("CH124")).isEmpty();
        assertThat(store.channels().rename(unknown, "Other")).isFalse();
        assertThat(store.channels().delete(unknown)).isFalse();
        assertThatThrownBy(() -> store.channels().get(unknown))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(unknown.toString());
    }

    @Test
    default void anIdThatBelongsToAnotherChannelIsAConflict(Persistence store) {
        ChannelId there = Given.channel(store);

        assertThatThrownBy(() -> store.channels()
                        .register(NewChannel.of("CH124", "Other").id(there)))
                .isInstanceOfSatisfying(
                        StoreConflictException.class,
                        conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
        assertThat(store.channels().findByExternalId("CH124")).isEmpty();
    }

    @Test
    default void aNewNameIsKeptWithTheTimeOfTheChange(Fixture fixture) {
        Persistence store = fixture.persistence();
        Channel old = store.channels().register(NewChannel.of("CH123", "News")).channel();
        Channel other =
                store.channels().register(NewChannel.of("CH124", "Sports")).channel();
        fixture.advance(Duration.ofSeconds(5));

        assertThat(store.channels().rename(old.id(), "World news")).isTrue();

        Channel renamed = store.channels().get(old.id());
        assertThat(renamed.updatedAt()).isBetween(old.updatedAt().plusSeconds(5), store.now());
        assertThat(renamed)
                .isEqualTo(new Channel(old.id(), "CH123", "World news", old.createdAt(), renamed.updatedAt()));
        assertThat(store.channels().get(other.id())).isEqualTo(other);
    }

    @Test
    default void aNameOrExternalIdThatBreaksItsRuleIsRefused(Persistence store) {
        ChannelId channel = Given.channel(store);

        assertThatThrownBy(() -> store.channels().rename(channel, " "))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("channel name");
        assertThatThrownBy(() -> store.channels().findByExternalId("x".repeat(201)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("channel external id");
        assertThat(store.channels()
                        .register(NewChannel.of("🎬".repeat(200), "🎬".repeat(1_000)))
                        .created())
                .isTrue();
    }

    @Test
    default void aVideoIsInAChannelThatIsThereAndInNoOther(Persistence store) {
        ChannelId channel = Given.channel(store);
        NewVideo orphan = NewVideo.ofExternalId("yt-2").channel(ChannelId.next());

        Video video = store.videos().create(NewVideo.ofExternalId("yt-1").channel(channel));

        assertThat(store.videos().get(video.id()).channel()).isEqualTo(channel);
        for (Runnable refused : List.<Runnable>of(
                () -> store.videos().create(orphan), () -> store.videos().registerByExternalId(orphan))) {
            assertThatThrownBy(refused::run)
                    .isInstanceOf(RecordNotFoundException.class)
                    .hasMessageContaining(String.valueOf(orphan.channel()));
        }
        assertThat(store.videos().findByExternalId("yt-2")).isEmpty();
    }

    @Test
    default void aMissingChannelDoesNotBreakTheUnitThatContainsIt(Persistence store) {
        VideoId kept = store.unitOfWork().call(unit -> {
            assertThatThrownBy(() -> unit.nested(
                            inner -> inner.videos().create(NewVideo.draft().channel(ChannelId.next()))))
                    .isInstanceOf(RecordNotFoundException.class);
            return unit.videos().create(NewVideo.draft()).id();
        });

        assertThat(store.videos().find(kept)).isPresent();
    }

    @Test
    default void aChannelThatGoesLeavesItsVideosWithoutOneAndOtherwiseAsTheyWere(Persistence store) {
        ChannelId channel = Given.channel(store);
        ChannelId other = store.channels()
                .register(NewChannel.of("CH124", "Sports"))
                .channel()
                .id();
        Video one = store.videos().create(NewVideo.draft().channel(channel).title("one"));
        Video two = store.videos().create(NewVideo.draft().channel(other));

        assertThat(store.channels().delete(channel)).isTrue();

        assertThat(store.channels().find(channel)).isEmpty();
        assertThat(store.channels().findByExternalId("CH123")).isEmpty();
        Video left = store.videos().get(one.id());
        assertThat(left.channel()).isNull();
        assertThat(left.title()).isEqualTo("one");
        assertThat(left.updatedAt()).isEqualTo(one.updatedAt());
        assertThat(store.videos().get(two.id())).isEqualTo(two);
        assertThat(store.channels().register(NewChannel.of("CH123", "Again")).created())
                .isTrue();
    }

    @Test
    default void repeatingACreateIsHarmlessAfterItsChannelWent(Persistence store) {
        NewVideo video = NewVideo.draft().channel(Given.channel(store));
        store.videos().create(video);
        store.channels().delete(Objects.requireNonNull(video.channel()));

        assertThat(store.videos().create(video)).isEqualTo(store.videos().get(video.id()));
    }

    @Test
    default void aChannelIsDeletedAndRegisteredAgainInOneUnit(Persistence store) {
        ChannelId first = Given.channel(store);

        ChannelId second = store.unitOfWork().call(unit -> {
            unit.videos().create(NewVideo.ofExternalId("yt-1").channel(first));
            unit.channels().delete(first);
            return Given.channel(unit);
        });

        assertThat(store.channels().find(first)).isEmpty();
        assertThat(store.channels().findByExternalId("CH123").map(Channel::id)).contains(second);
        assertThat(store.videos().findByExternalId("yt-1"))
                .hasValueSatisfying(video -> assertThat(video.channel()).isNull());
    }
}
