package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoRegistration;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.domain.video.VideoStore;
import java.util.Optional;

/** The videos of one store or unit. As safe as the calls that it is given. */
final class InMemoryVideoStore implements VideoStore {

    private final Calls calls;

    InMemoryVideoStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Video create(NewVideo video) {
        return calls.write(overlay ->
                VideoCreation.create(overlay, Check.present("video", video)).video());
    }

    @Override
    public VideoRegistration registerByExternalId(NewVideo video) {
        return calls.write(overlay -> {
            String externalId = Check.present("video", video).externalId();
            if (externalId == null) {
                throw lacks("external id");
            }
            return VideoCreation.register(
                    overlay, video, LockKey.externalId(externalId), () -> overlay.video(externalId));
        });
    }

    @Override
    public VideoRegistration registerBySourceHash(NewVideo video) {
        return calls.write(overlay -> {
            SourceHash hash = Check.present("video", video).sourceHash();
            if (hash == null) {
                throw lacks("source hash");
            }
            return VideoCreation.register(overlay, video, LockKey.sourceHash(hash), () -> overlay.video(hash));
        });
    }

    @Override
    public Optional<Video> find(VideoId id) {
        return calls.read(overlay -> Optional.ofNullable(overlay.video(Check.present("video id", id))));
    }

    @Override
    public Video get(VideoId id) {
        return calls.read(overlay -> {
            Video video = overlay.video(Check.present("video id", id));
            if (video == null) {
                throw new RecordNotFoundException("there is no video " + id + ": create it first", null);
            }
            return video;
        });
    }

    @Override
    public Optional<Video> findByExternalId(String externalId) {
        return calls.read(overlay -> Optional.ofNullable(overlay.video(NewVideo.checkExternalId(externalId))));
    }

    @Override
    public Optional<Video> findBySourceHash(SourceHash hash) {
        return calls.read(overlay -> Optional.ofNullable(overlay.video(Check.present("source hash", hash))));
    }

    @Override
    public boolean updateStatus(VideoId id, VideoStatus status) {
        return calls.write(overlay -> {
            Check.present("video status", status);
            overlay.lock(LockKey.video(Check.present("video id", id)));
            Video video = overlay.video(id);
            if (video == null) {
                return false;
            }
            overlay.put(new Row.VideoRow(VideoChanges.withStatus(video, status, overlay.now())));
            return true;
        });
    }

    private static InvalidDataException lacks(String field) {
        return new InvalidDataException(
                "video " + field + " is missing: a video is registered by it; give one, or use create", null);
    }
}
