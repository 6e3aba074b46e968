package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How renditions change, and which of a video's is the default. */
final class QualityChanges {

    private QualityChanges() {}

    static VideoQuality put(Overlay overlay, NewQuality quality) {
        if (overlay.video(quality.video()) == null) {
            throw new RecordNotFoundException(
                    "there is no video " + quality.video() + ": create it before its qualities", null);
        }
        overlay.lock(LockKey.quality(quality.video(), quality.level(), quality.variant()));
        VideoQuality old = overlay.view().qualities().find(quality.video(), quality.level(), quality.variant());
        if (old == null) {
            refuseTakenId(overlay, quality.id());
        }
        VideoQuality kept = merged(quality, old, overlay.now());
        overlay.put(new Row.QualityRow(kept));
        return kept;
    }

    private static void refuseTakenId(Overlay overlay, QualityId id) {
        overlay.lock(LockKey.qualityId(id));
        VideoQuality other = overlay.quality(id);
        if (other != null) {
            throw new StoreConflictException(
                    "quality id " + id + " belongs to " + other.level() + " of video " + other.video()
                            + ": take a new id",
                    Repeat.USELESS,
                    null);
        }
    }

    private static VideoQuality merged(NewQuality quality, @Nullable VideoQuality old, Instant now) {
        Instant started = quality.processingStartedAt();
        return new VideoQuality(
                old == null ? quality.id() : old.id(),
                quality.video(),
                quality.level(),
                quality.variant(),
                quality.url(),
                quality.status(),
                old != null && old.isDefault() && quality.status() != QualityStatus.FAILED,
                quality.facts(),
                quality.audio(),
                quality.encodingTime(),
                started == null ? now : started,
                quality.status() == QualityStatus.PROCESSING ? null : now,
                old == null ? now : old.createdAt(),
                now);
    }

    static boolean updateStatus(Overlay overlay, QualityId id, QualityStatus status) {
        VideoQuality old = lock(overlay, overlay.quality(id));
        if (old == null) {
            return false;
        }
        Instant now = overlay.now();
        boolean stays = old.isDefault() && status != QualityStatus.FAILED;
        Instant completed = status == QualityStatus.PROCESSING ? null : now;
        overlay.put(new Row.QualityRow(changed(old, status, stays, completed, now)));
        return true;
    }

    static boolean setDefault(Overlay overlay, VideoId video, QualityId id) {
        VideoQuality seen = overlay.quality(id);
        if (seen == null || !seen.video().equals(video)) {
            return false;
        }
        // All locks before the first write, in one order: who changes the two rows otherwise must not see a half.
        overlay.lock(LockKey.defaultOf(video));
        List<VideoQuality> involved = new ArrayList<>(List.of(seen));
        VideoQuality before = defaultOf(overlay, video);
        if (before != null && !before.id().equals(id)) {
            involved.add(before);
        }
        involved.stream().sorted(VideoQuality.BEST_FIRST).forEach(row -> lock(overlay, row));
        VideoQuality chosen = overlay.quality(id);
        if (chosen == null || chosen.status() == QualityStatus.FAILED) {
            return false;
        }
        Instant now = overlay.now();
        VideoQuality current = defaultOf(overlay, video);
        if (current != null && !current.id().equals(id)) {
            overlay.put(new Row.QualityRow(
                    changed(current, current.status(), false, current.processingCompletedAt(), now)));
        }
        if (!chosen.isDefault()) {
            overlay.put(
                    new Row.QualityRow(changed(chosen, chosen.status(), true, chosen.processingCompletedAt(), now)));
        }
        return true;
    }

    static @Nullable VideoQuality defaultOf(Overlay overlay, VideoId video) {
        for (VideoQuality quality : overlay.view().qualities().of(video)) {
            if (quality.isDefault()) {
                return quality;
            }
        }
        return null;
    }

    private static @Nullable VideoQuality lock(Overlay overlay, @Nullable VideoQuality quality) {
        if (quality == null) {
            return null;
        }
        overlay.lock(LockKey.quality(quality.video(), quality.level(), quality.variant()));
        return overlay.quality(quality.id());
    }

    private static VideoQuality changed(
            VideoQuality old, QualityStatus status, boolean isDefault, @Nullable Instant completed, Instant now) {
        return new VideoQuality(
                old.id(),
                old.video(),
                old.level(),
                old.variant(),
                old.url(),
                status,
                isDefault,
                old.facts(),
                old.audio(),
                old.encodingTime(),
                old.processingStartedAt(),
                completed,
                old.createdAt(),
                now);
    }
}
