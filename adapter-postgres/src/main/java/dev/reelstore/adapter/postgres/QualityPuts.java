package dev.reelstore.adapter.postgres;

import static java.util.Objects.requireNonNull;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps renditions inside one transaction. What a caller can expect to be in the way is found without raising. */
final class QualityPuts {

    /** There is one rendition in each. */
    private record Place(VideoId video, QualityLevel level, String variant) {}

    private final Session session;
    private final QualityMapper qualities;

    QualityPuts(Session session) {
        this.session = session;
        this.qualities = session.qualities();
    }

    /** Puts all or none, in one statement; only where it puts none, more are asked why. */
    List<VideoQuality> all(List<NewQuality> given) {
        refuseTwins(given);
        if (given.isEmpty()) {
            return List.of();
        }
        Map<Place, VideoQuality> kept = new HashMap<>();
        for (VideoQuality put : qualities.put(NewQualities.columns(given))) {
            kept.put(new Place(put.video(), put.level(), put.variant()), put);
        }
        if (kept.isEmpty()) {
            NewQualities batch = new NewQualities(given);
            refuseOrphans(batch);
            refuseTaken(batch);
            throw new StoreConflictException(
                    "a video or a rendition with one of the ids came or went meanwhile", Repeat.SAFE, null);
        }
        return given.stream()
                .map(quality -> requireNonNull(kept.get(placeOf(quality))))
                .toList();
    }

    private static void refuseTwins(List<NewQuality> qualities) {
        Set<Object> names = new HashSet<>();
        for (NewQuality quality : qualities) {
            if (!names.add(quality.id()) || !names.add(placeOf(quality))) {
                throw new StoreConflictException(
                        "quality " + quality.id() + ", " + quality.level() + " '" + quality.variant() + "' of video "
                                + quality.video() + ", is named twice: name each id and each place once",
                        Repeat.USELESS,
                        null);
            }
        }
    }

    private void refuseOrphans(NewQualities batch) {
        Set<VideoId> there = new HashSet<>(session.videos().rely(batch));
        for (NewQuality quality : batch.qualities()) {
            if (!there.contains(quality.video())) {
                throw noVideo(quality);
            }
        }
    }

    private void refuseTaken(NewQualities batch) {
        Map<QualityId, QualityPlace> owners =
                qualities.owners(batch).stream().collect(Collectors.toMap(QualityPlace::id, owner -> owner));
        for (NewQuality quality : batch.qualities()) {
            QualityPlace owner = owners.get(quality.id());
            QualityPlace asked = new QualityPlace(quality.id(), quality.video(), quality.level(), quality.variant());
            if (owner != null && !owner.equals(asked) && qualities.findAt(asked) == null) {
                throw taken(quality);
            }
        }
    }

    private static Place placeOf(NewQuality quality) {
        return new Place(quality.video(), quality.level(), quality.variant());
    }

    private static RecordNotFoundException noVideo(NewQuality quality) {
        return new RecordNotFoundException("there is no video " + quality.video(), null);
    }

    private static StoreConflictException taken(NewQuality quality) {
        return new StoreConflictException(
                "quality id " + quality.id() + " belongs to another rendition: use a new id", Repeat.USELESS, null);
    }
}
