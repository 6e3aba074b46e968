package dev.reelstore.adapter.postgres;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the statements answer it. */
final class JobRow {

    private JobRow() {}

    static Job job(Row row) throws SQLException {
        UUID worker = row.optionalUuid("worker");
        return new Job(
                new JobId(row.uuid("id")),
                row.text("type"),
                new Target(row.text("target_type"), row.text("target_id")),
                row.text("queue"),
                row.integer("priority"),
                row.time("run_at"),
                JsonDocument.kept(row.text("parameters")),
                row.integer("max_attempts"),
                row.optionalDuration("timeout_micros"),
                source(row),
                row.time("created_at"),
                JobStatus.valueOf(row.text("status")),
                row.integer("attempts"),
                row.integer("attempt_limit"),
                worker == null ? null : new WorkerId(worker),
                row.optionalTime("lease_until"),
                row.optionalTime("started_at"),
                row.optionalTime("finished_at"),
                row.optional("result", JsonDocument::kept),
                row.optionalText("error"));
    }

    /** Of a job that is claimed. */
    static Claim claim(Row row) throws SQLException {
        return new Claim(job(row), new WorkerId(row.uuid("worker")), row.number("fence"), row.uuid("token"));
    }

    private static @Nullable MediaSource source(Row row) throws SQLException {
        SourceHash hash = row.optional("source_hash", SourceHash::new);
        String location = row.optionalText("source_location");
        String fileName = row.optionalText("source_file_name");
        return hash == null && location == null && fileName == null
                ? null
                : new MediaSource(
                        hash,
                        location,
                        fileName,
                        row.optionalNumber("source_size_bytes"),
                        row.optionalText("source_content_type"));
    }
}
