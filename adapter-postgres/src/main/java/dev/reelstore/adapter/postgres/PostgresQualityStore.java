package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoId;
import java.util.List;
import java.util.Optional;

/** Renditions in PostgreSQL; safe from any thread where its scope is. */
final class PostgresQualityStore implements QualityStore {

    private final Scope scope;

    PostgresQualityStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public VideoQuality put(NewQuality quality) {
        return scope.<VideoQuality>write("put quality", session -> {
            QualityRow put = session.qualities().put(Check.present("quality", quality));
            if (put != null) {
                return put.quality();
            }
            if (session.videos().find(quality.video()) == null) {
                throw new RecordNotFoundException("there is no video " + quality.video(), null);
            }
            throw new StoreConflictException(
                    "quality id " + quality.id() + " belongs to another rendition: use a new id", Repeat.USELESS, null);
        });
    }

    @Override
    public Optional<VideoQuality> find(QualityId id) {
        return scope.<Optional<VideoQuality>>read(
                "find quality",
                session -> Optional.ofNullable(session.qualities().find(Check.present("quality id", id)))
                        .map(QualityRow::quality));
    }

    @Override
    public VideoQuality get(QualityId id) {
        return scope.<VideoQuality>read("get quality", session -> {
            QualityRow row = session.qualities().find(Check.present("quality id", id));
            if (row == null) {
                throw new RecordNotFoundException("there is no quality " + id, null);
            }
            return row.quality();
        });
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return scope.<List<VideoQuality>>read(
                "list qualities",
                session -> session.qualities().list(Check.present("video id", video)).stream()
                        .map(QualityRow::quality)
                        .sorted(VideoQuality.BEST_FIRST)
                        .toList());
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return scope.<Optional<VideoQuality>>read(
                "find default quality",
                session -> Optional.ofNullable(session.qualities().findDefault(Check.present("video id", video)))
                        .map(QualityRow::quality));
    }

    @Override
    public boolean updateStatus(QualityId id, QualityStatus status) {
        return scope.<Boolean>write(
                "update quality",
                session -> session.qualities()
                                .updateStatus(Check.present("quality id", id), Check.present("quality status", status))
                        > 0);
    }

    /** The video's lock lets one change at a time through; statements after it see what the one before left. */
    @Override
    public boolean setDefault(VideoId video, QualityId id) {
        return scope.<Boolean>write("set default quality", session -> {
            Check.present("quality id", id);
            if (session.videos().lock(Check.present("video id", video)) == null
                    || session.qualities().lockPlayable(video, id) == null) {
                return false;
            }
            session.qualities().clearDefault(video, id);
            session.qualities().markDefault(id);
            return true;
        });
    }
}
