package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoField;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changing one video or many, and deleting one with all that hangs on it. */
public interface VideoChangeContract extends Contract {

    @Test
    default void aPatchSetsWhatItNamesAndKeepsTheRest(Fixture fixture) {
        Persistence store = fixture.persistence();
        ChannelId other = store.channels()
                .register(NewChannel.of("CH124", "Sports"))
                .channel()
                .id();
        Map<String, VideoPatch> patches = new LinkedHashMap<>();
        patches.put("channel", VideoPatch.NOTHING.channel(other));
        patches.put("title", VideoPatch.NOTHING.title("🎬"));
        patches.put("description", VideoPatch.NOTHING.description(""));
        patches.put("url", VideoPatch.NOTHING.url("u2"));
        patches.put("thumbnailUrl", VideoPatch.NOTHING.thumbnailUrl("t2"));
        patches.put("duration", VideoPatch.NOTHING.duration(Duration.ofNanos(1_234_567)));
        patches.put("userId", VideoPatch.NOTHING.userId("you"));
        patches.put("views", VideoPatch.NOTHING.views(Long.MAX_VALUE));
        patches.put("likes", VideoPatch.NOTHING.likes(0));
        patches.put("status", VideoPatch.NOTHING.status(VideoStatus.DRAFT));
        Video old = full(store);
        Video bystander = store.videos().create(NewVideo.draft());

        patches.forEach((field, patch) -> {
            Video before = store.videos().get(old.id());
            fixture.advance(Duration.ofSeconds(1));

            assertThat(store.videos().update(old.id(), patch)).isTrue();

            Video after = store.videos().get(old.id());
            assertThat(Fields.changed(before, after)).containsExactly(field);
            assertThat(Fields.of(after).get(field)).isEqualTo(Fields.of(patch).get(field));
            assertThat(after.updatedAt()).isBetween(before.updatedAt().plusSeconds(1), store.now());
        });
        assertThat(store.videos().get(old.id()).duration()).isEqualTo(Duration.ofNanos(1_234_000));
        assertThat(store.videos().get(bystander.id())).isEqualTo(bystander);
    }

    @Test
    default void aPatchClearsWhatItNamesAndKeepsTheRest(Persistence store) {
        Map<VideoField, String> names = new EnumMap<>(VideoField.class);
        names.put(VideoField.CHANNEL, "channel");
        names.put(VideoField.TITLE, "title");
        names.put(VideoField.DESCRIPTION, "description");
        names.put(VideoField.URL, "url");
        names.put(VideoField.THUMBNAIL_URL, "thumbnailUrl");
        names.put(VideoField.DURATION, "duration");
        names.put(VideoField.USER_ID, "userId");
        Video old = full(store);

        for (VideoField field : VideoField.values()) {
            Video before = store.videos().get(old.id());

            assertThat(store.videos().update(old.id(), VideoPatch.NOTHING.clear(field)))
                    .isTrue();

            assertThat(Fields.changed(before, store.videos().get(old.id()))).containsExactly(names.get(field));
        }
        Video cleared = store.videos().get(old.id());
        assertThat(Fields.of(cleared).values())
                .filteredOn(value -> value == null)
                .hasSize(names.size());
        assertThat(store.videos().findByExternalId("yt-1")).contains(cleared);
    }

    @Test
    default void aPatchSetsAndClearsAtOnce(Persistence store) {
        Video old = full(store);

        store.videos()
                .update(
                        old.id(),
                        VideoPatch.NOTHING
                                .title("new")
                                .status(VideoStatus.PROCESSING)
                                .clear(VideoField.URL, VideoField.CHANNEL));

        Video after = store.videos().get(old.id());
        assertThat(Fields.changed(old, after)).containsExactlyInAnyOrder("title", "status", "url", "channel");
    }

    @Test
    default void anEmptyPatchAndOneOfAMissingVideoChangeNothing(Fixture fixture) {
        Persistence store = fixture.persistence();
        Video old = full(store);
        fixture.advance(Duration.ofSeconds(1));

        assertThat(store.videos().update(old.id(), VideoPatch.NOTHING)).isFalse();
        assertThat(store.videos().update(VideoId.next(), VideoPatch.NOTHING.title("a")))
                .isFalse();
        assertThat(store.videos().update(VideoId.next(), VideoPatch.NOTHING.channel(ChannelId.next())))
                .isFalse();

        assertThat(store.videos().get(old.id())).isEqualTo(old);
    }

    @Test
    default void aVideoIsNotPutIntoAChannelThatIsNotThere(Persistence store) {
        Video old = full(store);
        ChannelId unknown = ChannelId.next();
        VideoPatch patch = VideoPatch.NOTHING.title("new").channel(unknown);

        assertThatThrownBy(() -> store.videos().update(old.id(), patch))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(unknown.toString());

        assertThat(store.videos().get(old.id())).isEqualTo(old);
    }

    @Test
    default void aPatchThatBreaksARuleIsRefused(Persistence store) {
        assertThatThrownBy(() -> VideoPatch.NOTHING.title("x".repeat(1_001)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("video title");
        assertThatThrownBy(() -> VideoPatch.NOTHING.views(-1)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> VideoPatch.NOTHING.title("a").clear(VideoField.TITLE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("TITLE");
    }

    @Test
    default void manyStatusesAreSetInOneStep(Fixture fixture) {
        Persistence store = fixture.persistence();
        Video one = store.videos().create(NewVideo.draft().title("one"));
        Video two = store.videos().create(NewVideo.draft());
        Video bystander = store.videos().create(NewVideo.draft());
        fixture.advance(Duration.ofSeconds(1));

        int changed = store.videos()
                .updateStatuses(Map.of(
                        one.id(), VideoStatus.PUBLISHED,
                        two.id(), VideoStatus.PROCESSING,
                        VideoId.next(), VideoStatus.PUBLISHED));

        assertThat(changed).isEqualTo(2);
        Video after = store.videos().get(one.id());
        assertThat(Fields.changed(one, after)).containsExactly("status");
        assertThat(after.status()).isEqualTo(VideoStatus.PUBLISHED);
        assertThat(after.updatedAt()).isAfterOrEqualTo(one.updatedAt().plusSeconds(1));
        assertThat(store.videos().get(two.id()).status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(store.videos().get(bystander.id())).isEqualTo(bystander);
        assertThat(store.videos().updateStatuses(Map.of())).isZero();
    }

    @Test
    default void aVideoGoesWithItsRenditionsAndLeavesItsNames(Persistence store) {
        Video video = full(store);
        Video other = store.videos().create(NewVideo.draft());
        VideoQuality quality = store.qualities().put(NewQuality.of(video.id(), QualityLevel.LEVEL_720P, "a"));
        VideoQuality kept = store.qualities().put(NewQuality.of(other.id(), QualityLevel.LEVEL_720P, "a"));
        store.qualities().setDefault(video.id(), quality.id());

        assertThat(store.videos().delete(video.id())).isTrue();

        assertThat(store.videos().find(video.id())).isEmpty();
        assertThat(store.videos().findByExternalId("yt-1")).isEmpty();
        assertThat(store.videos().findBySourceHash(hash())).isEmpty();
        assertThat(store.qualities().list(video.id())).isEmpty();
        assertThat(store.qualities().find(quality.id())).isEmpty();
        assertThat(store.qualities().findDefault(video.id())).isEmpty();
        assertThat(store.qualities().list(other.id())).containsExactly(kept);
        assertThat(store.videos().delete(video.id())).isFalse();
        assertThat(store.videos().updateStatus(video.id(), VideoStatus.PUBLISHED))
                .isFalse();
        full(store);
    }

    @Test
    default void aVideoIsDeletedAndMadeAnewInOneUnit(Persistence store) {
        Video old = full(store);
        NewQuality quality = NewQuality.of(old.id(), QualityLevel.LEVEL_720P, "a");
        store.qualities().put(quality);

        store.unitOfWork().run(unit -> {
            unit.videos().delete(old.id());
            assertThat(unit.qualities().list(old.id())).isEmpty();
            unit.videos().create(NewVideo.ofExternalId("yt-1").sourceHash(hash()));
            unit.videos().create(NewVideo.draft().id(old.id()));
            unit.qualities().put(quality.url("b"));
        });

        assertThat(store.videos().findByExternalId("yt-1"))
                .hasValueSatisfying(video -> assertThat(video.id()).isNotEqualTo(old.id()));
        assertThat(store.videos().get(old.id()).title()).isNull();
        assertThat(store.qualities().list(old.id()))
                .singleElement()
                .satisfies(put -> assertThat(put.url()).isEqualTo("b"));
    }

    @Test
    default void aNameThatMovesToAnotherVideoStaysThereWhateverOthersCommit(Persistence store) {
        for (int round = 0; round < 20; round++) {
            VideoId old = store.videos().create(NewVideo.ofExternalId("moves")).id();

            VideoId heir = store.unitOfWork().call(unit -> {
                unit.videos().delete(old);
                VideoId next =
                        unit.videos().create(NewVideo.ofExternalId("moves")).id();
                Elsewhere.call(() -> Given.video(store));
                return next;
            });

            assertThat(store.videos().findByExternalId("moves").map(Video::id)).contains(heir);
            store.videos().delete(heir);
        }
    }

    @Test
    default void aDeletionThatIsRolledBackLeavesEverything(Persistence store) {
        Video old = full(store);
        VideoQuality quality = store.qualities().put(NewQuality.of(old.id(), QualityLevel.LEVEL_720P, "a"));

        assertThatThrownBy(() -> store.unitOfWork().run(unit -> {
                    unit.videos().delete(old.id());
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.videos().findByExternalId("yt-1")).contains(old);
        assertThat(store.qualities().list(old.id())).containsExactly(quality);
    }

    /** A video of which everything is known. */
    private static Video full(Persistence store) {
        Video video = store.videos()
                .create(NewVideo.ofExternalId("yt-1")
                        .sourceHash(hash())
                        .channel(Given.channel(store))
                        .title("T")
                        .description("D")
                        .url("u")
                        .thumbnailUrl("t")
                        .duration(Duration.ofSeconds(61))
                        .userId("me")
                        .views(3)
                        .likes(2)
                        .status(VideoStatus.PUBLISHED));
        assertThat(Fields.of(video).values()).doesNotContainNull();
        assertThat(Fields.of(video).keySet()).containsAll(Set.of("channel", "userId"));
        return video;
    }

    private static SourceHash hash() {
        return new SourceHash("c0ffee00".repeat(8));
    }
}
