package dev.reelstore.domain.video;

import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A page of videos in the order of their creation (then of their ids).
 *
 * @param filter which videos
 * @param newestFirst whether the last created comes first
 * @param limit at most this many, 1 to 1000
 * @param after only what comes after this place, or null from the start
 */
public record VideoQuery(
        VideoFilter filter,
        boolean newestFirst,
        int limit,
        @Nullable VideoCursor after) {

    /** The most videos that one page holds. */
    public static final int MAX_LIMIT = 1_000;

    private static final int DEFAULT_LIMIT = 100;

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or out of range */
    public VideoQuery {
        Check.present("video filter", filter);
        Check.range("limit", limit, 1, MAX_LIMIT);
    }

    /** The first 100 of these videos, the first created first. */
    public static VideoQuery oldestFirst(VideoFilter filter) {
        return new VideoQuery(filter, false, DEFAULT_LIMIT, null);
    }

    /** The first 100 of these videos, the last created first. */
    public static VideoQuery newestFirst(VideoFilter filter) {
        return new VideoQuery(filter, true, DEFAULT_LIMIT, null);
    }

    /** The same with at most this many. */
    public VideoQuery limit(int value) {
        return new VideoQuery(filter, newestFirst, value, after);
    }

    /** The same from this place on. */
    public VideoQuery after(@Nullable VideoCursor value) {
        return new VideoQuery(filter, newestFirst, limit, value);
    }
}
