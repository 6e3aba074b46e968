package dev.reelstore.application.cache;

import dev.reelstore.domain.video.VideoId;
import java.util.HashSet;
import java.util.Set;

/** Of which videos a unit wrote, or may have written, renditions. For one thread. */
final class Changes {

    private final Set<VideoId> videos = new HashSet<>();

    void video(VideoId id) {
        videos.add(id);
    }

    Set<VideoId> videos() {
        return videos;
    }

    boolean isEmpty() {
        return videos.isEmpty();
    }
}
