package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The renditions of the model. */
final class ModelQualities implements QualityStore {

    private final ModelStore store;
    private final Door door;

    ModelQualities(ModelStore store, Door door) {
        this.store = store;
        this.door = door;
    }

    @Override
    public VideoQuality put(NewQuality quality) {
        return door.write(state -> kept(state, quality));
    }

    @Override
    public List<VideoQuality> putAll(Collection<NewQuality> qualities) {
        return door.write(state -> {
            Set<Object> names = new HashSet<>();
            List<VideoQuality> kept = new ArrayList<>();
            Faults faults = new Faults();
            for (NewQuality quality : qualities) {
                faults.in(() ->
                        refuseTwin(names, quality.id(), List.of(quality.video(), quality.level(), quality.variant())));
                faults.in(() -> kept.add(kept(state, quality)));
            }
            faults.raise();
            return kept;
        });
    }

    private static void refuseTwin(Set<Object> names, Object id, Object place) {
        if (!names.add(id) || !names.add(place)) {
            throw new StoreConflictException("an id or a place is named twice", Repeat.USELESS, null);
        }
    }

    private VideoQuality kept(State state, NewQuality asked) {
        if (!state.videos.containsKey(asked.video())) {
            throw new RecordNotFoundException("no such video", null);
        }
        Optional<VideoQuality> old = of(state, asked.video())
                .filter(one -> one.level() == asked.level() && one.variant().equals(asked.variant()))
                .findFirst();
        if (old.isEmpty() && state.qualities.containsKey(asked.id())) {
            throw new StoreConflictException("the id belongs to another rendition", Repeat.USELESS, null);
        }
        VideoQuality kept = quality(asked, old.orElse(null), store.now());
        state.qualities.put(kept.id(), kept);
        return kept;
    }

    private static VideoQuality quality(NewQuality asked, @Nullable VideoQuality old, Instant now) {
        return new VideoQuality(
                old == null ? asked.id() : old.id(),
                asked.video(),
                asked.level(),
                asked.variant(),
                asked.url(),
                asked.status(),
                old != null && old.isDefault() && asked.status() != QualityStatus.FAILED,
                asked.facts(),
                asked.audio(),
                asked.encodingTime(),
                asked.processingStartedAt() == null ? now : asked.processingStartedAt(),
                asked.status() == QualityStatus.PROCESSING ? null : now,
                old == null ? now : old.createdAt(),
                now);
    }

    @Override
    public Optional<VideoQuality> find(QualityId id) {
        return door.read(state -> Optional.ofNullable(state.qualities.get(id)));
    }

    @Override
    public VideoQuality get(QualityId id) {
        return door.read(state -> Optional.ofNullable(state.qualities.get(id))
                .orElseThrow(() -> new RecordNotFoundException("no such rendition", null)));
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return door.read(
                state -> of(state, video).sorted(VideoQuality.BEST_FIRST).toList());
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return door.read(state -> defaultOf(state, video));
    }

    @Override
    public Optional<VideoQuality> findDefaultReady(VideoId video) {
        return door.read(state -> defaultOf(state, video).filter(quality -> quality.status() == QualityStatus.READY));
    }

    @Override
    public boolean updateStatus(QualityId id, QualityStatus status) {
        return update(id, QualityPatch.NOTHING.status(status));
    }

    @Override
    public int updateStatuses(Map<QualityId, QualityStatus> statuses) {
        return door.write(state -> (int) statuses.entrySet().stream()
                .filter(one -> changed(state, one.getKey(), QualityPatch.NOTHING.status(one.getValue())))
                .count());
    }

    @Override
    public boolean update(QualityId id, QualityPatch patch) {
        return !patch.isEmpty() && door.<Boolean>write(state -> changed(state, id, patch));
    }

    private boolean changed(State state, QualityId id, QualityPatch patch) {
        return state.qualities.computeIfPresent(id, (same, old) -> Patches.patched(old, patch, store.now())) != null;
    }

    @Override
    public boolean delete(QualityId id) {
        return door.write(state -> state.qualities.remove(id) != null);
    }

    @Override
    public boolean setDefault(VideoId video, QualityId id) {
        return door.write(state -> {
            VideoQuality chosen = state.qualities.get(id);
            if (chosen == null || !chosen.video().equals(video) || chosen.status() == QualityStatus.FAILED) {
                return false;
            }
            state.qualities.replaceAll((key, one) -> {
                boolean wanted = one.video().equals(video) ? key.equals(id) : one.isDefault();
                return wanted == one.isDefault() ? one : flagged(one, wanted);
            });
            return true;
        });
    }

    private VideoQuality flagged(VideoQuality old, boolean isDefault) {
        return new VideoQuality(
                old.id(),
                old.video(),
                old.level(),
                old.variant(),
                old.url(),
                old.status(),
                isDefault,
                old.facts(),
                old.audio(),
                old.encodingTime(),
                old.processingStartedAt(),
                old.processingCompletedAt(),
                old.createdAt(),
                store.now());
    }

    private static Stream<VideoQuality> of(State state, VideoId video) {
        return state.qualities.values().stream()
                .filter(quality -> quality.video().equals(video));
    }

    private static Optional<VideoQuality> defaultOf(State state, VideoId video) {
        return of(state, video).filter(VideoQuality::isDefault).findFirst();
    }
}
