package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.video.VideoId;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on renditions; each is described where it is written, in the mapper file. */
interface QualityMapper {

    @Nullable
    QualityRow put(NewQuality quality);

    @Nullable
    QualityRow find(QualityId id);

    List<QualityRow> list(VideoId video);

    @Nullable
    QualityRow findDefault(VideoId video);

    int updateStatus(@Param("id") QualityId id, @Param("status") QualityStatus status);

    @Nullable
    QualityId lockPlayable(@Param("video") VideoId video, @Param("id") QualityId id);

    int clearDefault(@Param("video") VideoId video, @Param("id") QualityId id);

    int markDefault(QualityId id);
}
