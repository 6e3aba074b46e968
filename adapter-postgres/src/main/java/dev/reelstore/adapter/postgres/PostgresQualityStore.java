package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renditions in PostgreSQL; safe from any thread where its scope is. */
final class PostgresQualityStore implements QualityStore {

    private final Scope scope;

    PostgresQualityStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public VideoQuality put(NewQuality quality) {
        return scope.<VideoQuality>write(
                "put quality",
                session -> new QualityPuts(session)
                        .all(List.of(Check.present("quality", quality)))
                        .get(0));
    }

    @Override
    public List<VideoQuality> putAll(Collection<NewQuality> qualities) {
        return scope.<List<VideoQuality>>write(
                "put qualities", session -> new QualityPuts(session).all(Check.all("qualities", qualities)));
    }

    @Override
    public Optional<VideoQuality> find(QualityId id) {
        return scope.<Optional<VideoQuality>>read(
                "find quality",
                session -> Optional.ofNullable(session.qualities().find(Check.present("quality id", id))));
    }

    @Override
    public VideoQuality get(QualityId id) {
        return scope.<VideoQuality>read("get quality", session -> {
            VideoQuality found = session.qualities().find(Check.present("quality id", id));
            if (found == null) {
                throw new RecordNotFoundException("there is no quality " + id, null);
            }
            return found;
        });
    }

    @Override
    public List<VideoQuality> list(VideoId video) {
        return scope.<List<VideoQuality>>read(
                "list qualities",
                session -> session.qualities().list(Check.present("video id", video)).stream()
                        .sorted(VideoQuality.BEST_FIRST)
                        .toList());
    }

    @Override
    public Optional<VideoQuality> findDefault(VideoId video) {
        return scope.<Optional<VideoQuality>>read(
                "find default quality",
                session -> Optional.ofNullable(session.qualities().findDefault(Check.present("video id", video))));
    }

    @Override
    public Optional<VideoQuality> findDefaultReady(VideoId video) {
        return findDefault(video).filter(quality -> quality.status() == QualityStatus.READY);
    }

    @Override
    public boolean updateStatus(QualityId id, QualityStatus status) {
        return scope.<Boolean>write(
                "update quality",
                session ->
                        session.qualities().update(Check.present("quality id", id), QualityPatch.NOTHING.status(status))
                                > 0);
    }

    @Override
    public int updateStatuses(Map<QualityId, QualityStatus> statuses) {
        return scope.<Integer>write(
                "update qualities",
                session -> session.qualities()
                        .updateStatuses(
                                StatusChanges.of(Check.entries("quality statuses", statuses), QualityId::value)));
    }

    @Override
    public boolean update(QualityId id, QualityPatch patch) {
        Check.present("quality id", id);
        return !Check.present("quality patch", patch).isEmpty()
                && scope.<Boolean>write(
                        "update quality", session -> session.qualities().update(id, patch) > 0);
    }

    @Override
    public boolean delete(QualityId id) {
        return scope.<Boolean>write(
                "delete quality", session -> session.qualities().delete(Check.present("quality id", id)) > 0);
    }

    @Override
    public boolean setDefault(VideoId video, QualityId id) {
        return scope.<Boolean>writeOnce(
                "set default quality",
                session -> session.qualities()
                        .setDefault(Check.present("video id", video), Check.present("quality id", id))
                        .get(1)
                        .contains(true));
    }
}
