package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating many videos at once: all or none. */
public interface VideoBatchContract extends Contract {

    @Test
    default void manyVideosAreCreatedWithAllTheirFields(Persistence store) {
        NewVideo full = NewVideo.ofExternalId("yt-1")
                .sourceHash(hash('a'))
                .channel(Given.channel(store))
                .title("T")
                .description("D")
                .url("u")
                .thumbnailUrl("t")
                .duration(Duration.ofSeconds(61))
                .userId("me")
                .views(3)
                .likes(2)
                .status(VideoStatus.PUBLISHED);
        List<NewVideo> videos = new ArrayList<>(List.of(full));
        for (int i = 0; i < 1_100; i++) {
            videos.add(NewVideo.draft().title("video " + i));
        }

        assertThat(store.videos().createAll(videos)).isEqualTo(1_101);

        Video made = store.videos().get(full.id());
        assertThat(Fields.of(made)).containsAllEntriesOf(Fields.of(full));
        VideoPage page =
                store.videos().list(VideoQuery.oldestFirst(VideoFilter.all()).limit(1_000));
        assertThat(page.next()).isNotNull();
        assertThat(store.videos().get(videos.get(1_100).id()).title()).isEqualTo("video 1099");
    }

    @Test
    default void thoseThatAreThereAreLeftAsTheyAre(Persistence store) {
        NewVideo there = NewVideo.ofExternalId("yt-1").title("first");
        store.videos().create(there);
        Video before = store.videos().get(there.id());

        assertThat(store.videos().createAll(List.of(NewVideo.draft(), there.title("second"))))
                .isEqualTo(1);
        assertThat(store.videos().createAll(List.of(there))).isZero();
        assertThat(store.videos().createAll(List.of())).isZero();

        assertThat(store.videos().get(there.id())).isEqualTo(before);
    }

    @Test
    default void whereOneIsRefusedNoneIsCreated(Persistence store) {
        store.videos().create(NewVideo.ofExternalId("yt-1").sourceHash(hash('a')));
        NewVideo good = NewVideo.ofExternalId("yt-2");
        NewVideo late = NewVideo.ofExternalId("yt-3");
        for (NewVideo bad : List.of(
                NewVideo.ofExternalId("yt-1"),
                NewVideo.ofSource(hash('a')),
                NewVideo.draft().id(good.id()),
                NewVideo.ofExternalId("yt-2"),
                NewVideo.ofExternalId("yt-4")
                        .id(store.videos()
                                .findByExternalId("yt-1")
                                .orElseThrow()
                                .id()))) {
            assertThatThrownBy(() -> store.videos().createAll(List.of(good, bad, late)))
                    .as("with %s", bad)
                    .isInstanceOfSatisfying(
                            StoreConflictException.class,
                            conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
        }
        assertThatThrownBy(() ->
                        store.videos().createAll(List.of(good, NewVideo.draft().channel(ChannelId.next()), late)))
                .isInstanceOf(RecordNotFoundException.class);

        assertThat(store.videos().findByExternalId("yt-2")).isEmpty();
        assertThat(store.videos().findByExternalId("yt-3")).isEmpty();
    }

    @Test
    default void aRefusalThatIsContainedLeavesNothingInTheUnit(Persistence store) {
        store.videos().create(NewVideo.ofExternalId("yt-1"));

        store.unitOfWork().run(unit -> {
            assertThatThrownBy(() -> unit.nested(inner -> inner.videos()
                            .createAll(List.of(NewVideo.ofExternalId("yt-0"), NewVideo.ofExternalId("yt-1")))))
                    .isInstanceOf(StoreConflictException.class);
            unit.videos().create(NewVideo.ofExternalId("yt-2"));
        });

        assertThat(store.videos().findByExternalId("yt-0")).isEmpty();
        assertThat(store.videos().findByExternalId("yt-2")).isPresent();
    }

    private static SourceHash hash(char digit) {
        return new SourceHash(String.valueOf(digit).repeat(64));
    }
}
