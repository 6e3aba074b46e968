package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All videos with their indexes.
 *
 * @param byId every video
 * @param byExternalId those that another system knows
 * @param byHash those whose source file is known
 * @param byCreation every video, the first created first
 * @param byChannel those in a channel, those of one channel together, the first created first
 */
record VideoTable(
        Tree<Video> byId, Tree<Video> byExternalId, Tree<Video> byHash, Tree<Video> byCreation, Tree<Video> byChannel) {

    /** The order of lists. */
    static final Comparator<Video> CREATION =
            Comparator.comparing(Video::createdAt).thenComparing(Video::id);

    static final VideoTable EMPTY = new VideoTable(
            Tree.sortedBy(Comparator.comparing(Video::id)),
            Tree.sortedBy(Comparator.comparing(VideoTable::externalId)),
            Tree.sortedBy(Comparator.comparing(VideoTable::hash)),
            Tree.sortedBy(CREATION),
            Tree.sortedBy(Comparator.comparing(VideoTable::channel).thenComparing(CREATION)));

    static int compareCreation(Video video, Instant createdAt, VideoId id) {
        int times = video.createdAt().compareTo(createdAt);
        return times != 0 ? times : video.id().compareTo(id);
    }

    @Nullable
    Video find(VideoId id) {
        return byId.find(video -> video.id().compareTo(id));
    }

    @Nullable
    Video findByExternalId(String externalId) {
        return byExternalId.find(video -> externalId(video).compareTo(externalId));
    }

    @Nullable
    Video findByHash(SourceHash hash) {
        return byHash.find(video -> hash(video).compareTo(hash.hex()));
    }

    /** The videos of a channel and then those of the next, the first created first. */
    Iterable<Video> from(ChannelId channel) {
        return byChannel.ascending(video -> channel(video).compareTo(channel) >= 0);
    }

    VideoTable with(Video video) {
        VideoTable others = without(video.id());
        return new VideoTable(
                others.byId.with(video),
                video.externalId() == null ? others.byExternalId : others.byExternalId.with(video),
                video.sourceHash() == null ? others.byHash : others.byHash.with(video),
                others.byCreation.with(video),
                video.channel() == null ? others.byChannel : others.byChannel.with(video));
    }

    /** Its names may be another's by now. */
    VideoTable without(VideoId id) {
        Video old = find(id);
        if (old == null) {
            return this;
        }
        return new VideoTable(
                byId.without(old),
                without(byExternalId, old, Video::externalId, this::findByExternalId),
                without(byHash, old, Video::sourceHash, this::findByHash),
                byCreation.without(old),
                old.channel() == null ? byChannel : byChannel.without(old));
    }

    private static <N> Tree<Video> without(
            Tree<Video> index, Video old, Function<Video, @Nullable N> nameOf, Function<N, @Nullable Video> named) {
        N name = nameOf.apply(old);
        Video owner = name == null ? null : named.apply(name);
        return owner != null && owner.id().equals(old.id()) ? index.without(old) : index;
    }

    private static String externalId(Video video) {
        return Objects.requireNonNull(video.externalId());
    }

    private static String hash(Video video) {
        return Objects.requireNonNull(video.sourceHash()).hex();
    }

    static ChannelId channel(Video video) {
        return Objects.requireNonNull(video.channel());
    }
}
