package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoCursor;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds videos by looking at each. */
final class VideosFound {

    private static final Comparator<Video> BY_CREATION =
            Comparator.comparing(Video::createdAt).thenComparing(Video::id);

    private VideosFound() {}

    static Optional<Video> byExternalId(State state, String externalId) {
        return state.videos.values().stream()
                .filter(video -> externalId.equals(video.externalId()))
                .findFirst();
    }

    static Optional<Video> bySource(State state, SourceHash hash) {
        return state.videos.values().stream()
                .filter(video -> hash.equals(video.sourceHash()))
                .findFirst();
    }

    static VideoPage page(State state, VideoQuery query) {
        List<Video> found = state.videos.values().stream()
                .filter(video -> matches(video, query.filter()))
                .sorted(query.newestFirst() ? BY_CREATION.reversed() : BY_CREATION)
                .filter(video -> comesAfter(video, query))
                .limit(query.limit() + 1L)
                .toList();
        if (found.size() <= query.limit()) {
            return new VideoPage(found, null);
        }
        List<Video> page = found.subList(0, query.limit());
        return new VideoPage(page, VideoCursor.after(page.get(page.size() - 1)));
    }

    private static boolean matches(Video video, VideoFilter filter) {
        Instant from = filter.createdFrom();
        Instant before = filter.createdBefore();
        return (filter.statuses().isEmpty() || filter.statuses().contains(video.status()))
                && (filter.channel() == null || filter.channel().equals(video.channel()))
                && (from == null || !video.createdAt().isBefore(from))
                && (before == null || video.createdAt().isBefore(before));
    }

    private static boolean comesAfter(Video video, VideoQuery query) {
        VideoCursor after = query.after();
        if (after == null) {
            return true;
        }
        int times = video.createdAt().compareTo(after.createdAt());
        int place = times != 0 ? times : video.id().compareTo(after.id());
        return query.newestFirst() ? place < 0 : place > 0;
    }
}
