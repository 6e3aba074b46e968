package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoRegistration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How videos come to be there: once by each of the names that they go by. */
final class VideoCreation {

    private VideoCreation() {}

    static VideoRegistration create(Overlay overlay, NewVideo video) {
        String externalId = video.externalId();
        SourceHash hash = video.sourceHash();
        overlay.lock(LockKey.video(video.id()));
        lockNames(overlay, externalId, hash);
        Video there = overlay.video(video.id());
        if (there != null) {
            if (Objects.equals(there.externalId(), externalId) && Objects.equals(there.sourceHash(), hash)) {
                return new VideoRegistration(there, false);
            }
            throw taken("video id " + video.id(), there);
        }
        refuse("external id '" + externalId + "'", externalId == null ? null : overlay.video(externalId));
        refuse("source hash " + hash, hash == null ? null : overlay.video(hash));
        ChannelChanges.hold(overlay, video.channel());
        ChannelChanges.refuseMissing(overlay, video.channel());
        Video created = from(video, overlay.now());
        overlay.put(new Row.VideoRow(created));
        return new VideoRegistration(created, true);
    }

    static int createAll(Overlay overlay, Collection<NewVideo> videos) {
        // In the order of their ids, so that two calls that share some do not wait for each other.
        TreeMap<VideoId, NewVideo> sorted = new TreeMap<>();
        Set<Object> names = new HashSet<>();
        for (NewVideo video : videos) {
            refuseTwin(sorted.put(video.id(), video) == null, "video id " + video.id());
            refuseTwin(
                    video.externalId() == null || names.add(video.externalId()),
                    "video external id '" + video.externalId() + "'");
            refuseTwin(
                    video.sourceHash() == null || names.add(video.sourceHash()),
                    "video source hash " + video.sourceHash());
        }
        int created = 0;
        for (NewVideo video : sorted.values()) {
            created += create(overlay, video).created() ? 1 : 0;
        }
        return created;
    }

    private static void refuseTwin(boolean first, String name) {
        if (!first) {
            throw new StoreConflictException(
                    name + " is named twice in one call: give each video its own", Repeat.USELESS, null);
        }
    }

    static void lockNames(Overlay overlay, @Nullable String externalId, @Nullable SourceHash hash) {
        if (externalId != null) {
            overlay.lock(LockKey.externalId(externalId));
        }
        if (hash != null) {
            overlay.lock(LockKey.sourceHash(hash));
        }
    }

    /**
     * Creates a video unless there is one by a name.
     *
     * @param name whoever holds it decides whether there is one
     * @param named finds it
     */
    static VideoRegistration register(Overlay overlay, NewVideo video, LockKey name, Supplier<@Nullable Video> named) {
        Video known = named.get();
        if (known != null) {
            return new VideoRegistration(known, false);
        }
        overlay.lock(name);
        Video there = named.get();
        return there != null ? new VideoRegistration(there, false) : create(overlay, video);
    }

    private static Video from(NewVideo video, Instant now) {
        return new Video(
                video.id(),
                video.externalId(),
                video.sourceHash(),
                video.channel(),
                video.title(),
                video.description(),
                video.url(),
                video.thumbnailUrl(),
                video.duration(),
                video.userId(),
                video.views(),
                video.likes(),
                video.status(),
                now,
                now);
    }

    private static void refuse(String name, @Nullable Video other) {
        if (other != null) {
            throw taken("video " + name, other);
        }
    }

    private static StoreConflictException taken(String name, Video other) {
        return new StoreConflictException(
                name + " belongs to another video, " + other.id() + " (external id " + other.externalId()
                        + ", source hash " + other.sourceHash() + "): use that one, or another name",
                Repeat.USELESS,
                null);
    }
}
