package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Videos that one statement creates, and lists of their keys. */
record NewVideos(List<NewVideo> videos) {

    private static final TextColumns<NewVideo> COLUMNS = new TextColumns<NewVideo>()
            .with("id", video -> video.id())
            .with("external_id", video -> video.externalId())
            .with("source_hash", video -> video.sourceHash())
            .with("channel_id", video -> video.channel())
            .with("title", video -> video.title())
            .with("description", video -> video.description())
            .with("url", video -> video.url())
            .with("thumbnail_url", video -> video.thumbnailUrl())
            .with("duration_micros", video -> video.duration())
            .with("user_id", video -> video.userId())
            .with("views", video -> video.views())
            .with("likes", video -> video.likes())
            .with("status", video -> video.status());

    /** What the statement is given of them. */
    static Map<String, List<@Nullable String>> columns(List<NewVideo> videos) {
        return COLUMNS.of(videos);
    }

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
