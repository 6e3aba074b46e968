package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.video.VideoId;

/** Where a rendition stands. */
record QualityPlace(QualityId id, VideoId video, QualityLevel level, String variant) {}
