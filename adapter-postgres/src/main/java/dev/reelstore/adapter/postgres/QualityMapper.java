package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on renditions; each is described where it is written, in the mapper file. */
interface QualityMapper {

    List<VideoQuality> put(@Param("columns") Map<String, List<@Nullable String>> columns);

    List<QualityPlace> owners(NewQualities qualities);

    @Nullable
    QualityId findAt(QualityPlace place);

    @Nullable
    VideoQuality find(QualityId id);

    List<VideoQuality> list(VideoId video);

    @Nullable
    VideoQuality findDefault(VideoId video);

    int update(@Param("id") QualityId id, @Param("patch") QualityPatch patch);

    int updateStatuses(StatusChanges changes);

    int delete(QualityId id);

    List<QualityId> lockAll(VideoId video);

    /** A list for each of its first two statements: the video, and whether it or the old default may be the default. */
    List<List<?>> setDefault(@Param("video") VideoId video, @Param("id") QualityId id);
}
