package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoRegistration;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.domain.video.VideoStore;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Videos in PostgreSQL; safe from any thread where its scope is. */
final class PostgresVideoStore implements VideoStore {

    private final Scope scope;

    PostgresVideoStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Video create(NewVideo video) {
        return scope.<Video>write("create video", session -> {
            VideoMapper videos = session.videos();
            Video created = videos.insert(Check.present("video", video));
            if (created != null) {
                return created;
            }
            Video there = videos.find(video.id());
            if (there != null
                    && Objects.equals(there.externalId(), video.externalId())
                    && Objects.equals(there.sourceHash(), video.sourceHash())) {
                return there;
            }
            throw refusal(session, video);
        });
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return scope.<VideoRegistration>write("register video", session -> {
            VideoMapper videos = session.videos();
            String externalId = Check.present(
                    "video external id", Check.present("video", video).externalId());
            return register(session, video, () -> videos.findByExternalId(externalId));
        });
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return scope.<VideoRegistration>write("register video", session -> {
            VideoMapper videos = session.videos();
            SourceHash hash = Check.present(
                    "video source hash", Check.present("video", video).sourceHash());
            return register(session, video, () -> videos.findBySourceHash(hash));
        });
    }

    /** Looks, creates, and looks again where another was quicker: its commit was waited for. */
    private static VideoRegistration register(Session session, NewVideo video, Supplier<@Nullable Video> lookUp) {
        Video there = lookUp.get();
        if (there != null) {
            return new VideoRegistration(there, false);
        }
        Video created = session.videos().insert(video);
        if (created != null) {
            return new VideoRegistration(created, true);
        }
        Video quicker = lookUp.get();
        if (quicker != null) {
            return new VideoRegistration(quicker, false);
        }
        throw refusal(session, video);
    }

    @Override
    public Optional<Video> find(VideoId id) {
        return scope.<Optional<Video>>read(
                "find video", session -> Optional.ofNullable(session.videos().find(Check.present("video id", id))));
    }

    @Override
    public Video get(VideoId id) {
        return scope.<Video>read("get video", session -> {
            Video video = session.videos().find(Check.present("video id", id));
            if (video == null) {
                throw new RecordNotFoundException("there is no video " + id, null);
            }
            return video;
        });
    }

    @Override
    public Optional<Video> findByExternalId(String externalId) {
        return scope.<Optional<Video>>read(
                "find video",
                session ->
                        Optional.ofNullable(session.videos().findByExternalId(NewVideo.checkExternalId(externalId))));
    }

    @Override
    public Optional<Video> findBySourceHash(SourceHash hash) {
        return scope.<Optional<Video>>read(
                "find video",
                session -> Optional.ofNullable(session.videos().findBySourceHash(Check.present("source hash", hash))));
    }

    @Override
    public boolean updateStatus(VideoId id, VideoStatus status) {
        return scope.<Boolean>write(
                "update video",
                session -> session.videos()
                                .updateStatus(Check.present("video id", id), Check.present("video status", status))
                        > 0);
    }

    /** Why it was not inserted. */
    private static StoreException refusal(Session session, NewVideo video) {
        VideoMapper videos = session.videos();
        String key;
        if (videos.find(video.id()) != null) {
            key = "id " + video.id();
        } else if (video.externalId() != null && videos.findByExternalId(video.externalId()) != null) {
            key = "external id " + video.externalId();
        } else if (video.sourceHash() != null && videos.findBySourceHash(video.sourceHash()) != null) {
            key = "source hash " + video.sourceHash();
        } else if (video.channel() != null && session.channels().find(video.channel()) == null) {
            return new RecordNotFoundException("there is no channel " + video.channel(), null);
        } else {
            return new StoreConflictException(
                    "another video with a key of " + video.id() + ", or its channel, came and went meanwhile",
                    Repeat.SAFE,
                    null);
        }
        return new StoreConflictException("video " + key + " belongs to another video", Repeat.USELESS, null);
    }
}
