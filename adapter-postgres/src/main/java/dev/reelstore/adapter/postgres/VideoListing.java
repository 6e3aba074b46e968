package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.video.VideoCursor;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoStatus;
import org.jspecify.annotations.Nullable;

/** What to list; one more than asked for tells whether there is a next page. */
record VideoListing(
        VideoFilter filter,
        boolean newestFirst,
        int limit,
        @Nullable VideoCursor after) {

    static VideoListing of(VideoQuery query) {
        return new VideoListing(query.filter(), query.newestFirst(), query.limit() + 1, query.after());
    }

    /** The status where there is but one: an index has the videos of one status in the order of their creation. */
    VideoStatus oneStatus() {
        return filter.statuses().iterator().next();
    }
}
