package dev.reelstore.adapter.postgres;

import static java.util.Objects.requireNonNull;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the statements answer it: by the columns that JobMapper names, in their order, and then the claim's. */
final class JobRow {

    private JobRow() {}

    static Job job(Row row) throws SQLException {
        JobId id = new JobId(row.uuid());
        String type = row.text();
        Target target = new Target(row.text(), row.text());
        String queue = row.text();
        int priority = row.integer();
        JsonDocument parameters = JsonDocument.kept(row.text());
        int maxAttempts = row.integer();
        Duration timeout = row.optionalDuration();
        MediaSource source = source(row);
        Instant createdAt = row.time();
        return new Job(
                id,
                type,
                target,
                queue,
                priority,
                row.time(),
                parameters,
                maxAttempts,
                timeout,
                source,
                createdAt,
                JobStatus.valueOf(row.text()),
                row.integer(),
                row.integer(),
                worker(row.optionalUuid()),
                row.optionalTime(),
                row.optionalTime(),
                row.optionalTime(),
                row.optional(JsonDocument::kept),
                row.optionalText());
    }

    /** Of a job that is claimed. */
    static Claim claim(Row row) throws SQLException {
        Job job = job(row);
        return new Claim(job, requireNonNull(job.worker()), row.number(), row.uuid());
    }

    private static @Nullable WorkerId worker(@Nullable UUID id) {
        return id == null ? null : new WorkerId(id);
    }

    private static @Nullable MediaSource source(Row row) throws SQLException {
        SourceHash hash = row.optional(SourceHash::new);
        String location = row.optionalText();
        String fileName = row.optionalText();
        Long sizeBytes = row.optionalNumber();
        String contentType = row.optionalText();
        return hash == null && location == null && fileName == null
                ? null
                : new MediaSource(hash, location, fileName, sizeBytes, contentType);
    }
}
