package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoCursor;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Lists of videos: by what they are, page by page, every video once and in the order of creation. */
public interface VideoQueryContract extends Contract {

    /** The order of lists. */
    Comparator<Video> BY_CREATION = Comparator.comparing(Video::createdAt).thenComparing(Video::id);

    @Test
    default void pagesHoldEveryVideoOnceInOrder(Persistence store) {
        store.videos()
                .createAll(Collections.nCopies(25, 0).stream()
                        .map(any -> NewVideo.draft())
                        .toList());

        List<Video> forward =
                readAll(store, VideoQuery.oldestFirst(VideoFilter.all()).limit(7), 4);
        List<Video> backward =
                readAll(store, VideoQuery.newestFirst(VideoFilter.all()).limit(5), 5);

        assertThat(forward).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo(BY_CREATION);
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
        assertThat(store.videos()
                        .list(VideoQuery.oldestFirst(VideoFilter.all()))
                        .videos())
                .isEqualTo(forward);
    }

    @Test
    default void aFilterLetsThroughWhatMeetsAllItsConditions(Fixture fixture) {
        Persistence store = fixture.persistence();
        ChannelId one = Given.channel(store);
        ChannelId two = store.channels()
                .register(NewChannel.of("CH124", "Sports"))
                .channel()
                .id();
        for (VideoStatus status : VideoStatus.values()) {
            for (ChannelId channel : List.of(one, two)) {
                store.videos().create(NewVideo.draft().channel(channel).status(status));
                store.videos().create(NewVideo.draft().status(status));
                store.videos().create(NewVideo.draft().channel(channel).status(status));
                fixture.advance(Duration.ofSeconds(1));
            }
        }
        List<Video> all = readAll(store, VideoQuery.oldestFirst(VideoFilter.all()), 1);
        Video third = all.get(6);
        Video fifth = all.get(12);

        finds(store, VideoFilter.all().channel(one), video -> one.equals(video.channel()), 6);
        finds(store, VideoFilter.all().status(VideoStatus.DRAFT), video -> video.status() == VideoStatus.DRAFT, 6);
        finds(
                store,
                VideoFilter.all().status(VideoStatus.DRAFT, VideoStatus.PUBLISHED),
                video -> video.status() != VideoStatus.PROCESSING,
                12);
        finds(
                store,
                VideoFilter.all().createdFrom(third.createdAt()).createdBefore(fifth.createdAt()),
                video -> all.indexOf(video) >= 6 && all.indexOf(video) < 12,
                6);
        finds(
                store,
                VideoFilter.all()
                        .channel(two)
                        .status(VideoStatus.PROCESSING)
                        .createdFrom(third.createdAt())
                        .createdBefore(fifth.createdAt()),
                video -> two.equals(video.channel()) && video.status() == VideoStatus.PROCESSING,
                2);
        finds(store, VideoFilter.all().channel(ChannelId.next()), video -> false, 0);
    }

    @Test
    default void aVideoThatChangesMovesBetweenFiltersButNotInTheOrder(Persistence store) {
        ChannelId channel = Given.channel(store);
        Video video = store.videos().create(NewVideo.draft().channel(channel));
        Video next = store.videos().create(NewVideo.draft().channel(channel));

        store.videos().updateStatus(video.id(), VideoStatus.PUBLISHED);

        assertThat(store.videos()
                        .list(VideoQuery.oldestFirst(VideoFilter.all().channel(channel)))
                        .videos())
                .extracting(Video::id)
                .containsExactly(video.id(), next.id());
        assertThat(store.videos()
                        .list(VideoQuery.oldestFirst(VideoFilter.all().status(VideoStatus.DRAFT)))
                        .videos())
                .containsExactly(next);
        store.channels().delete(channel);
        assertThat(store.videos()
                        .list(VideoQuery.oldestFirst(VideoFilter.all().channel(channel)))
                        .videos())
                .isEmpty();
    }

    @Test
    default void theNextPageDoesNotMoveWhenVideosComeAndGo(Persistence store) {
        store.videos()
                .createAll(Collections.nCopies(5, 0).stream()
                        .map(any -> NewVideo.draft())
                        .toList());
        VideoQuery twos = VideoQuery.oldestFirst(VideoFilter.all()).limit(2);
        VideoPage first = store.videos().list(twos);
        store.videos().delete(first.videos().get(0).id());
        store.videos().delete(first.videos().get(1).id());

        VideoPage second = store.videos().list(twos.after(VideoCursor.parse(String.valueOf(first.next()))));

        assertThat(first.next()).isEqualTo(VideoCursor.after(first.videos().get(1)));
        assertThat(second.videos()).hasSize(2).doesNotContainAnyElementsOf(first.videos());
        assertThat(store.videos().list(twos.after(second.next())).next()).isNull();
    }

    @Test
    default void aLimitOutOfRangeIsRefused(Persistence store) {
        VideoQuery query = VideoQuery.oldestFirst(VideoFilter.all());

        assertThatThrownBy(() -> query.limit(0)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> query.limit(VideoQuery.MAX_LIMIT + 1)).isInstanceOf(InvalidDataException.class);
    }

    private static void finds(Persistence store, VideoFilter filter, Predicate<Video> expected, int number) {
        List<Video> all = readAll(store, VideoQuery.oldestFirst(VideoFilter.all()), 1);
        List<Video> wanted = new ArrayList<>(all.stream().filter(expected).toList());
        assertThat(wanted).hasSize(number);
        assertThat(readAll(store, VideoQuery.oldestFirst(filter).limit(4), Math.max(1, (number + 3) / 4)))
                .isEqualTo(wanted);
        Collections.reverse(wanted);
        assertThat(readAll(store, VideoQuery.newestFirst(filter).limit(5), Math.max(1, (number + 4) / 5)))
                .isEqualTo(wanted);
    }

    private static List<Video> readAll(Persistence store, VideoQuery query, int pages) {
        VideoPage page = store.videos().list(query);
        List<Video> videos = new ArrayList<>(page.videos());
        for (int i = 1; i < pages; i++) {
            assertThat(page.next()).as("the place after page %s", i).isNotNull();
            page = store.videos().list(query.after(page.next()));
            videos.addAll(page.videos());
        }
        assertThat(page.next()).as("the place after the last page").isNull();
        return videos;
    }
}
