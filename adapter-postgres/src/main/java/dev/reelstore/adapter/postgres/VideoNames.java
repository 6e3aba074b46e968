package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a video is known by. */
record VideoNames(
        VideoId id, @Nullable String externalId, @Nullable SourceHash sourceHash) {

    static VideoNames of(Video video) {
        return new VideoNames(video.id(), video.externalId(), video.sourceHash());
    }

    static VideoNames of(NewVideo video) {
        return new VideoNames(video.id(), video.externalId(), video.sourceHash());
    }

    /** What these names have in common with those of another video, for a message; or null. */
    @Nullable
    String clash(VideoNames other) {
        if (id.equals(other.id)) {
            return "id " + id;
        }
        if (externalId != null && externalId.equals(other.externalId)) {
            return "external id " + externalId;
        }
        return sourceHash != null && Objects.equals(sourceHash, other.sourceHash) ? "source hash " + sourceHash : null;
    }
}
