package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoField;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoStatus;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How videos change and go, and what holds them. */
final class VideoChanges {

    private VideoChanges() {}

    static boolean update(Overlay overlay, VideoId id, VideoPatch patch) {
        // A channel comes before its videos in the order of locks.
        ChannelChanges.hold(overlay, patch.channel());
        overlay.lock(LockKey.video(id));
        Video old = overlay.video(id);
        if (old == null) {
            return false;
        }
        ChannelChanges.refuseMissing(overlay, patch.channel());
        overlay.put(new Row.VideoRow(patched(old, patch, overlay.now())));
        return true;
    }

    /** In the order of their ids, so that two calls that share some do not wait for each other. */
    static int updateStatuses(Overlay overlay, Map<VideoId, VideoStatus> statuses) {
        int changed = 0;
        for (Map.Entry<VideoId, VideoStatus> one : new TreeMap<>(statuses).entrySet()) {
            changed += update(overlay, one.getKey(), VideoPatch.NOTHING.status(one.getValue())) ? 1 : 0;
        }
        return changed;
    }

    static boolean delete(Overlay overlay, VideoId id) {
        overlay.lock(LockKey.standing(id));
        overlay.lock(LockKey.video(id));
        Video old = overlay.video(id);
        if (old == null) {
            return false;
        }
        VideoCreation.lockNames(overlay, old.externalId(), old.sourceHash());
        for (VideoQuality quality : overlay.view().qualities().of(id)) {
            QualityChanges.lock(overlay, quality);
        }
        for (VideoQuality quality : overlay.view().qualities().of(id)) {
            overlay.put(new Row.QualityGone(quality.id()));
        }
        overlay.put(new Row.VideoGone(id));
        return true;
    }

    static Video withoutChannel(Video video) {
        return patched(video, VideoPatch.NOTHING.clear(VideoField.CHANNEL), video.updatedAt());
    }

    private static Video patched(Video old, VideoPatch patch, Instant now) {
        ChannelId channel = after(patch, VideoField.CHANNEL, patch.channel(), old.channel());
        return new Video(
                old.id(),
                old.externalId(),
                old.sourceHash(),
                channel,
                after(patch, VideoField.TITLE, patch.title(), old.title()),
                after(patch, VideoField.DESCRIPTION, patch.description(), old.description()),
                after(patch, VideoField.URL, patch.url(), old.url()),
                after(patch, VideoField.THUMBNAIL_URL, patch.thumbnailUrl(), old.thumbnailUrl()),
                after(patch, VideoField.DURATION, patch.duration(), old.duration()),
                after(patch, VideoField.USER_ID, patch.userId(), old.userId()),
                patch.views() == null ? old.views() : patch.views(),
                patch.likes() == null ? old.likes() : patch.likes(),
                patch.status() == null ? old.status() : patch.status(),
                old.createdAt(),
                now);
    }

    private static <T> @Nullable T after(VideoPatch patch, VideoField field, @Nullable T set, @Nullable T old) {
        if (patch.cleared().contains(field)) {
            return null;
        }
        return set == null ? old : set;
    }
}
