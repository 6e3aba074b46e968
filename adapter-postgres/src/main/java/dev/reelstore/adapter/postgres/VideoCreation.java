package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoRegistration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes videos inside one transaction. What a caller can expect to be in the way is found without raising. */
final class VideoCreation {

    private final Session session;
    private final VideoMapper videos;

    VideoCreation(Session session) {
        this.session = session;
        this.videos = session.videos();
    }

    Video one(NewVideo video) {
        Video created = insert(video);
        if (created != null) {
            return created;
        }
        Video there = videos.find(video.id());
        if (there != null && VideoNames.of(there).equals(VideoNames.of(video))) {
            return there;
        }
        throw refusal(video);
    }

    /** Looks, creates, and looks again where another was quicker: its commit was waited for. */
    VideoRegistration register(NewVideo video, Supplier<@Nullable Video> lookUp) {
        Video there = lookUp.get();
        if (there != null) {
            return new VideoRegistration(there, false);
        }
        Video created = insert(video);
        if (created != null) {
            return new VideoRegistration(created, true);
        }
        Video quicker = lookUp.get();
        if (quicker != null) {
            return new VideoRegistration(quicker, false);
        }
        throw refusal(video);
    }

    /** Looks before it creates, as a caller's own transaction may go on after a refusal, and again if others interfered. */
    int all(List<NewVideo> given) {
        refuseTwins(given);
        if (given.isEmpty()) {
            return 0;
        }
        List<NewVideo> missing = missing(given);
        int created = missing.isEmpty()
                ? 0
                : videos.insert(NewVideos.columns(missing)).size();
        if (created < missing.size()) {
            List<NewVideo> refused = missing(given);
            if (!refused.isEmpty()) {
                throw refusal(refused.get(0));
            }
        }
        return created;
    }

    private @Nullable Video insert(NewVideo video) {
        for (Video created : videos.insert(NewVideos.columns(List.of(video)))) {
            return created;
        }
        return null;
    }

    /** Those of them that can be created; the others are there already. */
    private List<NewVideo> missing(List<NewVideo> given) {
        NewVideos batch = new NewVideos(given);
        Map<VideoId, VideoNames> there = new HashMap<>();
        Map<Object, VideoNames> byName = new HashMap<>();
        for (VideoNames names : videos.owners(batch)) {
            there.put(names.id(), names);
            byName.put(names.id(), names);
            if (names.externalId() != null) {
                byName.put(names.externalId(), names);
            }
            if (names.sourceHash() != null) {
                byName.put(names.sourceHash(), names);
            }
        }
        List<NewVideo> missing = new ArrayList<>();
        for (NewVideo video : given) {
            VideoNames names = VideoNames.of(video);
            if (names.equals(there.get(video.id()))) {
                continue;
            }
            refuseTaken(names, byName.get(video.id()));
            refuseTaken(names, video.externalId() == null ? null : byName.get(video.externalId()));
            refuseTaken(names, video.sourceHash() == null ? null : byName.get(video.sourceHash()));
            missing.add(video);
        }
        Set<ChannelId> channels = Set.copyOf(session.channels().present(new NewVideos(missing).channels()));
        for (NewVideo video : missing) {
            if (video.channel() != null && !channels.contains(video.channel())) {
                throw noChannel(video.channel());
            }
        }
        return missing;
    }

    private static void refuseTwins(List<NewVideo> videos) {
        Set<Object> names = new HashSet<>();
        for (NewVideo video : videos) {
            refuseTwin(names.add(video.id()), "id " + video.id());
            refuseTwin(
                    video.externalId() == null || names.add(video.externalId()), "external id " + video.externalId());
            refuseTwin(
                    video.sourceHash() == null || names.add(video.sourceHash()), "source hash " + video.sourceHash());
        }
    }

    private static void refuseTwin(boolean first, String name) {
        if (!first) {
            throw new StoreConflictException(
                    "video " + name + " is named twice: each video needs its own", Repeat.USELESS, null);
        }
    }

    private static void refuseTaken(VideoNames names, @Nullable VideoNames owner) {
        if (owner != null) {
            throw taken(String.valueOf(names.clash(owner)));
        }
    }

    /** Why it was not inserted. */
    private StoreException refusal(NewVideo video) {
        for (VideoNames owner : videos.owners(new NewVideos(List.of(video)))) {
            return taken(String.valueOf(VideoNames.of(video).clash(owner)));
        }
        if (video.channel() != null && session.channels().find(video.channel()) == null) {
            return noChannel(video.channel());
        }
        return new StoreConflictException(
                "another video with a key of " + video.id() + ", or its channel, came and went meanwhile",
                Repeat.SAFE,
                null);
    }

    static RecordNotFoundException noChannel(ChannelId channel) {
        return new RecordNotFoundException("there is no channel " + channel, null);
    }

    private static StoreConflictException taken(String name) {
        return new StoreConflictException("video " + name + " belongs to another video", Repeat.USELESS, null);
    }
}
