package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on videos; each is described where it is written, in the mapper file. */
interface VideoMapper {

    @Nullable
    Video insert(NewVideo video);

    @Nullable
    Video find(VideoId id);

    @Nullable
    Video findByExternalId(String externalId);

    @Nullable
    Video findBySourceHash(SourceHash hash);

    int updateStatus(@Param("id") VideoId id, @Param("status") VideoStatus status);

    @Nullable
    VideoId lock(VideoId id);
}
