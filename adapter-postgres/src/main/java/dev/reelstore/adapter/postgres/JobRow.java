package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the statements answer it, column by column. */
record JobRow(
        JobId id,
        String type,
        String targetType,
        String targetId,
        String queue,
        int priority,
        Instant runAt,
        JsonDocument parameters,
        int maxAttempts,
        @Nullable Duration timeout,
        @Nullable SourceHash sourceHash,
        @Nullable String sourceLocation,
        @Nullable String sourceFileName,
        @Nullable Long sourceSizeBytes,
        @Nullable String sourceContentType,
        Instant createdAt,
        JobStatus status,
        int attempt,
        int attemptLimit,
        @Nullable WorkerId worker,
        @Nullable Instant leaseUntil,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonDocument result,
        @Nullable String error,
        long fence,
        @Nullable UUID token) {

    Job job() {
        return new Job(
                id,
                type,
                target(),
                queue,
                priority,
                runAt,
                parameters,
                maxAttempts,
                timeout,
                source(),
                createdAt,
                status,
                attempt,
                attemptLimit,
                worker,
                leaseUntil,
                startedAt,
                finishedAt,
                result,
                error);
    }

    Claim claim() {
        return new Claim(job(), Check.present("worker", worker), fence, Check.present("token", token));
    }

    Target target() {
        return new Target(targetType, targetId);
    }

    private @Nullable MediaSource source() {
        return sourceHash == null && sourceLocation == null && sourceFileName == null
                ? null
                : new MediaSource(sourceHash, sourceLocation, sourceFileName, sourceSizeBytes, sourceContentType);
    }
}
