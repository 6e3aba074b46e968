package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All videos with their indexes; the names by which they are found never change.
 *
 * @param byId every video
 * @param byExternalId those that another system knows
 * @param byHash those whose source file is known
 */
record VideoTable(Tree<Video> byId, Tree<Video> byExternalId, Tree<Video> byHash) {

    static final VideoTable EMPTY = new VideoTable(
            Tree.sortedBy(Comparator.comparing(Video::id)),
            Tree.sortedBy(Comparator.comparing(video -> Objects.requireNonNull(video.externalId()))),
            Tree.sortedBy(Comparator.comparing(
                    video -> Objects.requireNonNull(video.sourceHash()).hex())));

    @Nullable
    Video find(VideoId id) {
        return byId.find(video -> video.id().compareTo(id));
    }

    @Nullable
    Video findByExternalId(String externalId) {
        return byExternalId.find(
                video -> Objects.requireNonNull(video.externalId()).compareTo(externalId));
    }

    @Nullable
    Video findByHash(SourceHash hash) {
        return byHash.find(
                video -> Objects.requireNonNull(video.sourceHash()).hex().compareTo(hash.hex()));
    }

    VideoTable with(Video video) {
        return new VideoTable(
                byId.with(video),
                video.externalId() == null ? byExternalId : byExternalId.with(video),
                video.sourceHash() == null ? byHash : byHash.with(video));
    }
}
