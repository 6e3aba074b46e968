package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How renditions change, and which of a video's is the default. */
final class QualityChanges {

    /** Where a rendition stands: the order in which several are locked. */
    private static final Comparator<NewQuality> PLACE = Comparator.comparing((NewQuality quality) -> quality.video())
            .thenComparing((NewQuality quality) -> quality.level())
            .thenComparing((NewQuality quality) -> quality.variant());

    private QualityChanges() {}

    static VideoQuality put(Overlay overlay, NewQuality quality) {
        overlay.share(LockKey.standing(quality.video()));
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

    static List<VideoQuality> putAll(Overlay overlay, List<NewQuality> qualities) {
        TreeSet<NewQuality> sorted = new TreeSet<>(PLACE);
        Set<QualityId> ids = new HashSet<>();
        for (NewQuality quality : qualities) {
            if (!sorted.add(quality) || !ids.add(quality.id())) {
                throw new StoreConflictException(
                        "quality " + quality.id() + " (" + quality.level() + " '" + quality.variant() + "' of video "
                                + quality.video() + ") is named twice in one call: name each id and each place once",
                        Repeat.USELESS,
                        null);
            }
        }
        Map<NewQuality, VideoQuality> kept = new HashMap<>();
        sorted.forEach(quality -> kept.put(quality, put(overlay, quality)));
        return qualities.stream()
                .map(quality -> Objects.requireNonNull(kept.get(quality)))
                .toList();
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

    static int updateStatuses(Overlay overlay, Map<QualityId, QualityStatus> statuses) {
        List<VideoQuality> seen = new ArrayList<>();
        for (QualityId id : statuses.keySet()) {
            VideoQuality quality = overlay.quality(id);
            if (quality != null) {
                seen.add(quality);
            }
        }
        seen.sort(QualityTable.PLACE);
        int changed = 0;
        for (VideoQuality quality : seen) {
            QualityStatus status = Objects.requireNonNull(statuses.get(quality.id()));
            changed += update(overlay, quality.id(), QualityPatch.NOTHING.status(status)) ? 1 : 0;
        }
        return changed;
    }

    static boolean update(Overlay overlay, QualityId id, QualityPatch patch) {
        VideoQuality old = lock(overlay, overlay.quality(id));
        if (old == null) {
            return false;
        }
        overlay.put(new Row.QualityRow(QualityPatching.patched(old, patch, overlay.now())));
        return true;
    }

    static boolean delete(Overlay overlay, QualityId id) {
        if (lock(overlay, overlay.quality(id)) == null) {
            return false;
        }
        overlay.put(new Row.QualityGone(id));
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
        involved.stream().sorted(QualityTable.PLACE).forEach(row -> lock(overlay, row));
        VideoQuality chosen = overlay.quality(id);
        if (chosen == null || chosen.status() == QualityStatus.FAILED) {
            return false;
        }
        Instant now = overlay.now();
        VideoQuality current = defaultOf(overlay, video);
        if (current != null && !current.id().equals(id)) {
            overlay.put(new Row.QualityRow(QualityPatching.flagged(current, false, now)));
        }
        if (!chosen.isDefault()) {
            overlay.put(new Row.QualityRow(QualityPatching.flagged(chosen, true, now)));
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

    /** The rendition as it is once nobody else can change it, or null when it is gone. */
    static @Nullable VideoQuality lock(Overlay overlay, @Nullable VideoQuality quality) {
        if (quality == null) {
            return null;
        }
        overlay.lock(LockKey.quality(quality.video(), quality.level(), quality.variant()));
        return overlay.quality(quality.id());
    }
}
