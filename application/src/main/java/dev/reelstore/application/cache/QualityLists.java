package dev.reelstore.application.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The lists of renditions that are kept, by their videos. Safe from any thread. */
final class QualityLists {

    private final Cache<VideoId, List<VideoQuality>> lists;
    private final Object turn = new Object();
    private long drops;
    private boolean closed;

    QualityLists(int maxVideos, Duration staleFor) {
        // Runs its upkeep in the caller's thread: no thread of its own.
        this.lists = Caffeine.newBuilder()
                .maximumSize(maxVideos)
                .expireAfterWrite(staleFor)
                .executor(Runnable::run)
                .build();
    }

    /**
     * The list of this video, loaded where it is not kept. What was loaded while anything was dropped is not kept: it may be
     * from before the commit.
     */
    List<VideoQuality> get(VideoId video, Supplier<List<VideoQuality>> load) {
        List<VideoQuality> kept = lists.getIfPresent(video);
        if (kept != null) {
            return kept;
        }
        long before = drops();
        List<VideoQuality> loaded = List.copyOf(load.get());
        synchronized (turn) {
            if (drops == before && !closed) {
                lists.put(video, loaded);
            }
        }
        return loaded;
    }

    /** Forgets what was changed, once that is committed. */
    void drop(Changes changes) {
        if (changes.isEmpty()) {
            return;
        }
        synchronized (turn) {
            drops++;
            lists.invalidateAll(changes.videos());
        }
    }

    /** Forgets everything for good. */
    void close() {
        synchronized (turn) {
            closed = true;
            lists.invalidateAll();
        }
    }

    private long drops() {
        synchronized (turn) {
            return drops;
        }
    }
}
