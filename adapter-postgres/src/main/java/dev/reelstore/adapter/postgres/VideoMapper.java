package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPatch;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on videos; each is described where it is written, in the mapper file. */
interface VideoMapper {

    List<Video> insert(@Param("columns") Map<String, List<@Nullable String>> columns);

    List<VideoNames> owners(NewVideos videos);

    @Nullable
    Video find(VideoId id);

    @Nullable
    Video findByExternalId(String externalId);

    @Nullable
    Video findBySourceHash(SourceHash hash);

    List<Video> list(VideoListing listing);

    int update(@Param("id") VideoId id, @Param("patch") VideoPatch patch);

    List<VideoId> lockForUpdate(StatusChanges changes);

    int updateStatuses(StatusChanges changes);

    @Nullable
    VideoId lockForDelete(VideoId id);

    int delete(VideoId id);

    List<VideoId> rely(NewQualities qualities);
}
