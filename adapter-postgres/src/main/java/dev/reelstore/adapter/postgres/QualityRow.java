package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.sql.SQLException;

/** A rendition as the statements answer it. */
final class QualityRow {

    private QualityRow() {}

    static VideoQuality quality(Row row) throws SQLException {
        return new VideoQuality(
                new QualityId(row.uuid("id")),
                new VideoId(row.uuid("video_id")),
                QualityLevel.parse(row.text("level")),
                row.text("variant"),
                row.text("url"),
                QualityStatus.valueOf(row.text("status")),
                row.flag("is_default"),
                facts(row),
                audio(row),
                row.optionalDuration("encoding_micros"),
                row.time("processing_started_at"),
                row.optionalTime("processing_completed_at"),
                row.time("created_at"),
                row.time("updated_at"));
    }

    private static MediaFacts facts(Row row) throws SQLException {
        return new MediaFacts(
                row.optionalNumber("file_size_bytes"),
                row.optionalInteger("width"),
                row.optionalInteger("height"),
                row.optionalText("codec"),
                row.optionalText("container"),
                row.optionalInteger("bitrate_kbps"),
                row.optionalDuration("duration_micros"),
                row.optionalReal("fps"),
                row.optionalText("pixel_format"),
                row.optionalText("color_space"),
                row.optionalText("color_range"),
                row.optionalText("aspect_ratio"),
                row.optionalNumber("frames"));
    }

    private static AudioFacts audio(Row row) throws SQLException {
        return new AudioFacts(
                row.optionalText("audio_codec"),
                row.optionalInteger("audio_bitrate_kbps"),
                row.optionalInteger("audio_sample_rate_hz"),
                row.optionalInteger("audio_channels"));
    }
}
