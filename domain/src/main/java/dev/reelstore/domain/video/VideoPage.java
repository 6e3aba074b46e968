package dev.reelstore.domain.video;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of videos.
 *
 * @param videos in the order that was asked for
 * @param next where the next page begins, or null when there was no more at the time
 */
public record VideoPage(List<Video> videos, @Nullable VideoCursor next) {

    /** Keeps a copy of the list. */
    public VideoPage {
        videos = List.copyOf(videos);
    }
}
