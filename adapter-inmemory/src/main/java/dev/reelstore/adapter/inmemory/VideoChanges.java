package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How videos change. */
final class VideoChanges {

    private VideoChanges() {}

    static Video withStatus(Video video, VideoStatus status, Instant now) {
        return changed(video, video.channel(), status, now);
    }

    static Video withoutChannel(Video video) {
        return changed(video, null, video.status(), video.updatedAt());
    }

    private static Video changed(Video video, @Nullable ChannelId channel, VideoStatus status, Instant now) {
        return new Video(
                video.id(),
                video.externalId(),
                video.sourceHash(),
                channel,
                video.title(),
                video.description(),
                video.url(),
                video.thumbnailUrl(),
                video.duration(),
                video.userId(),
                video.views(),
                video.likes(),
                status,
                video.createdAt(),
                now);
    }
}
