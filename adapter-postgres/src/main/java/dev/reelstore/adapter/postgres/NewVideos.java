package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Videos that one statement creates, and lists of their keys. */
record NewVideos(List<NewVideo> videos) {

    List<UUID> ids() {
        return videos.stream().map(video -> video.id().value()).toList();
    }

    List<String> externalIds() {
        return present(videos.stream().map(NewVideo::externalId));
    }

    List<String> sourceHashes() {
        return present(videos.stream().map(video -> {
            SourceHash hash = video.sourceHash();
            return hash == null ? null : hash.hex();
        }));
    }

    List<UUID> channels() {
        return present(videos.stream().map(video -> {
            ChannelId channel = video.channel();
            return channel == null ? null : channel.value();
        }));
    }

    private static <T> List<T> present(Stream<T> values) {
        return values.filter(Objects::nonNull).distinct().toList();
    }
}
