package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoCursor;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds videos by what they are, in the order of their creation. */
final class VideoSearch {

    private VideoSearch() {}

    static VideoPage page(VideoTable videos, VideoQuery query) {
        VideoFilter filter = query.filter();
        List<Video> found = new ArrayList<>();
        for (Video video : candidates(videos, query)) {
            if (outOfReach(video, filter, query.newestFirst())) {
                break;
            }
            if (!filter.statuses().isEmpty() && !filter.statuses().contains(video.status())) {
                continue;
            }
            if (found.size() == query.limit()) {
                return new VideoPage(found, VideoCursor.after(found.get(found.size() - 1)));
            }
            found.add(video);
        }
        return new VideoPage(found, null);
    }

    /** Where the search begins, in the index that leads there fastest. */
    private static Iterable<Video> candidates(VideoTable videos, VideoQuery query) {
        VideoFilter filter = query.filter();
        ChannelId channel = filter.channel();
        Predicate<Video> inside = query.newestFirst()
                ? video -> notTooNew(video, filter, query.after())
                : video -> notTooOld(video, filter, query.after());
        if (channel == null) {
            return query.newestFirst()
                    ? videos.byCreation().descending(inside)
                    : videos.byCreation().ascending(inside);
        }
        return query.newestFirst()
                ? videos.byChannel().descending(video -> {
                    int side = VideoTable.channel(video).compareTo(channel);
                    return side < 0 || (side == 0 && inside.test(video));
                })
                : videos.byChannel().ascending(video -> {
                    int side = VideoTable.channel(video).compareTo(channel);
                    return side > 0 || (side == 0 && inside.test(video));
                });
    }

    private static boolean notTooOld(Video video, VideoFilter filter, @Nullable VideoCursor after) {
        Instant from = filter.createdFrom();
        return (from == null || !video.createdAt().isBefore(from))
                && (after == null || VideoTable.compareCreation(video, after.createdAt(), after.id()) > 0);
    }

    private static boolean notTooNew(Video video, VideoFilter filter, @Nullable VideoCursor after) {
        Instant before = filter.createdBefore();
        return (before == null || video.createdAt().isBefore(before))
                && (after == null || VideoTable.compareCreation(video, after.createdAt(), after.id()) < 0);
    }

    /** Whether neither this video nor any that comes after it can match. */
    private static boolean outOfReach(Video video, VideoFilter filter, boolean newestFirst) {
        ChannelId channel = filter.channel();
        return (channel != null && !channel.equals(video.channel()))
                || !(newestFirst ? notTooOld(video, filter, null) : notTooNew(video, filter, null));
    }
}
