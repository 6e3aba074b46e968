package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoCursor;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPage;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoRegistration;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.domain.video.VideoStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Videos in PostgreSQL; safe from any thread where its scope is. */
final class PostgresVideoStore implements VideoStore {

    private final Scope scope;

    PostgresVideoStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Video create(NewVideo video) {
        return scope.<Video>write(
                "create video", session -> new VideoCreation(session).one(Check.present("video", video)));
    }

    @Override
    public int createAll(Collection<NewVideo> videos) {
        return scope.<Integer>write(
                "create videos", session -> new VideoCreation(session).all(Check.all("videos", videos)));
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return scope.<VideoRegistration>write("register video", session -> {
            String externalId = Check.present(
                    "video external id", Check.present("video", video).externalId());
            return new VideoCreation(session)
                    .register(video, () -> session.videos().findByExternalId(externalId));
        });
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return scope.<VideoRegistration>write("register video", session -> {
            SourceHash hash = Check.present(
                    "video source hash", Check.present("video", video).sourceHash());
            return new VideoCreation(session)
                    .register(video, () -> session.videos().findBySourceHash(hash));
        });
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
                session ->
                        session.videos().update(Check.present("video id", id), VideoPatch.NOTHING.status(status)) > 0);
    }

    @Override
    public int updateStatuses(Map<VideoId, VideoStatus> statuses) {
        return scope.<Integer>write("update videos", session -> {
            StatusChanges changes = StatusChanges.of(Check.entries("video statuses", statuses), VideoId::value);
            session.videos().lockForUpdate(changes);
            return session.videos().updateStatuses(changes);
        });
    }

    @Override
    public boolean update(VideoId id, VideoPatch patch) {
        Check.present("video id", id);
        if (Check.present("video patch", patch).isEmpty()) {
            return false;
        }
        return scope.<Boolean>write("update video", session -> {
            boolean changed = session.videos().update(id, patch) > 0;
            if (!changed && patch.channel() != null && session.videos().find(id) != null) {
                throw refusal(session, patch.channel());
            }
            return changed;
        });
    }

    @Override
    public VideoPage list(VideoQuery query) {
        return scope.<VideoPage>read("list videos", session -> {
            int limit = Check.present("video query", query).limit();
            List<Video> rows = session.videos().list(VideoListing.of(query));
            List<Video> videos = rows.stream().limit(limit).toList();
            return new VideoPage(videos, rows.size() > limit ? VideoCursor.after(videos.get(limit - 1)) : null);
        });
    }

    @Override
    public boolean delete(VideoId id) {
        return scope.<Boolean>write("delete video", session -> {
            if (session.videos().lockForDelete(Check.present("video id", id)) == null) {
                return false;
            }
            session.qualities().lockAll(id);
            return session.videos().delete(id) > 0;
        });
    }

    private static StoreException refusal(Session session, ChannelId channel) {
        return session.channels().find(channel) == null
                ? VideoCreation.noChannel(channel)
                : new StoreConflictException("channel " + channel + " came meanwhile", Repeat.SAFE, null);
    }
}
