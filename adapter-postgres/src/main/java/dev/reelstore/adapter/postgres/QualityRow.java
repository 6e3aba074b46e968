package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.VideoId;
import java.sql.SQLException;

/** A rendition as the statements answer it: by the columns that QualityMapper names, in their order. */
final class QualityRow {

    private QualityRow() {}

    static VideoQuality quality(Row row) throws SQLException {
        return new VideoQuality(
                new QualityId(row.uuid()),
                new VideoId(row.uuid()),
                QualityLevel.parse(row.text()),
                row.text(),
                row.text(),
                QualityStatus.valueOf(row.text()),
                row.flag(),
                facts(row),
                audio(row),
                row.optionalDuration(),
                row.time(),
                row.optionalTime(),
                row.time(),
                row.time());
    }

    private static MediaFacts facts(Row row) throws SQLException {
        return new MediaFacts(
                row.optionalNumber(),
                row.optionalInteger(),
                row.optionalInteger(),
                row.optionalText(),
                row.optionalText(),
                row.optionalInteger(),
                row.optionalDuration(),
                row.optionalReal(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalNumber());
    }

    private static AudioFacts audio(Row row) throws SQLException {
        return new AudioFacts(row.optionalText(), row.optionalInteger(), row.optionalInteger(), row.optionalInteger());
    }
}
