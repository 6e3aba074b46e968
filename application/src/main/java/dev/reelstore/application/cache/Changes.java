package dev.reelstore.application.cache;

import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.video.VideoId;
import java.util.HashSet;
import java.util.Set;

/** Of which videos and renditions a unit wrote, or may have written, something. For one thread. */
final class Changes {

    private final Set<VideoId> videos = new HashSet<>();
    private final Set<QualityId> qualities = new HashSet<>();

    void video(VideoId id) {
        videos.add(id);
    }

    void quality(QualityId id) {
        qualities.add(id);
    }

    Set<VideoId> videos() {
        return videos;
    }

    Set<QualityId> qualities() {
        return qualities;
    }

    boolean isEmpty() {
        return videos.isEmpty() && qualities.isEmpty();
    }
}
