package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoRegistration;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.domain.video.VideoStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The videos of the model. */
final class ModelVideos implements VideoStore {

    private final ModelStore store;
    private final Door door;

    ModelVideos(ModelStore store, Door door) {
        this.store = store;
        this.door = door;
    }

    @Override
    public Video create(NewVideo video) {
        return door.write(state -> kept(state, video));
    }

    @Override
    public int createAll(Collection<NewVideo> videos) {
        return door.write(state -> {
            int before = state.videos.size();
            Set<Object> names = new HashSet<>();
            Faults faults = new Faults();
            for (NewVideo video : videos) {
                faults.in(() -> refuseTwin(names, video.id(), video.externalId(), video.sourceHash()));
                faults.in(() -> kept(state, video));
            }
            faults.raise();
            return state.videos.size() - before;
        });
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return door.write(state -> {
            String name = Check.present("video external id", video.externalId());
            return registered(state, video, VideosFound.byExternalId(state, name));
        });
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return door.write(state -> {
            SourceHash hash = Check.present("video source hash", video.sourceHash());
            return registered(state, video, VideosFound.bySource(state, hash));
        });
    }

    private VideoRegistration registered(State state, NewVideo video, Optional<Video> there) {
        return there.map(known -> new VideoRegistration(known, false)).orElseGet(() -> {
            boolean created = !state.videos.containsKey(video.id());
            return new VideoRegistration(kept(state, video), created);
        });
    }

    private Video kept(State state, NewVideo asked) {
        Video there = state.videos.get(asked.id());
        if (there != null) {
            if (Objects.equals(there.externalId(), asked.externalId())
                    && Objects.equals(there.sourceHash(), asked.sourceHash())) {
                return there;
            }
            throw conflict("the id belongs to another video");
        }
        if ((asked.externalId() != null
                        && VideosFound.byExternalId(state, asked.externalId()).isPresent())
                || (asked.sourceHash() != null
                        && VideosFound.bySource(state, asked.sourceHash()).isPresent())) {
            throw conflict("a name belongs to another video");
        }
        if (asked.channel() != null && !state.channels.containsKey(asked.channel())) {
            throw new RecordNotFoundException("no such channel", null);
        }
        Video video = video(asked, store.now());
        state.videos.put(asked.id(), video);
        return video;
    }

    private static Video video(NewVideo asked, Instant now) {
        return new Video(
                asked.id(),
                asked.externalId(),
                asked.sourceHash(),
                asked.channel(),
                asked.title(),
                asked.description(),
                asked.url(),
                asked.thumbnailUrl(),
                asked.duration(),
                asked.userId(),
                asked.views(),
                asked.likes(),
                asked.status(),
                now,
                now);
    }

    @Override
    public Optional<Video> find(VideoId id) {
        return door.read(state -> Optional.ofNullable(state.videos.get(id)));
    }

    @Override
    public Video get(VideoId id) {
        return door.read(state -> Optional.ofNullable(state.videos.get(id))
                .orElseThrow(() -> new RecordNotFoundException("no such video", null)));
    }

    @Override
    public Optional<Video> findByExternalId(String externalId) {
        return door.read(state -> VideosFound.byExternalId(state, NewVideo.checkExternalId(externalId)));
    }

    @Override
    public Optional<Video> findBySourceHash(SourceHash hash) {
        return door.read(state -> VideosFound.bySource(state, hash));
    }

    @Override
    public boolean updateStatus(VideoId id, VideoStatus status) {
        return update(id, VideoPatch.NOTHING.status(status));
    }

    @Override
    public int updateStatuses(Map<VideoId, VideoStatus> statuses) {
        return door.write(state -> (int) statuses.entrySet().stream()
                .filter(one -> changed(state, one.getKey(), VideoPatch.NOTHING.status(one.getValue())))
                .count());
    }

    @Override
    public boolean update(VideoId id, VideoPatch patch) {
        return !patch.isEmpty() && door.<Boolean>write(state -> changed(state, id, patch));
    }

    private boolean changed(State state, VideoId id, VideoPatch patch) {
        @Nullable Video old = state.videos.get(id);
        if (old == null) {
            return false;
        }
        if (patch.channel() != null && !state.channels.containsKey(patch.channel())) {
            throw new RecordNotFoundException("no such channel", null);
        }
        state.videos.put(id, Patches.patched(old, patch, store.now()));
        return true;
    }

    @Override
    public VideoPage list(VideoQuery query) {
        return door.read(state -> VideosFound.page(state, query));
    }

    @Override
    public boolean delete(VideoId id) {
        return door.write(state -> {
            state.qualities.values().removeIf(quality -> quality.video().equals(id));
            return state.videos.remove(id) != null;
        });
    }

    private static void refuseTwin(Set<Object> named, @Nullable Object... names) {
        for (Object name : names) {
            if (name != null && !named.add(name)) {
                throw conflict("a name is given twice");
            }
        }
    }

    private static StoreConflictException conflict(String why) {
        return new StoreConflictException(why, Repeat.USELESS, null);
    }
}
