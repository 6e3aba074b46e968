package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job column by column: to follow paths through it for each would take the mapping longer than all the rest. */
record NewJobRow(
        JobId id,
        String type,
        String targetType,
        String targetId,
        String queue,
        int priority,
        JsonDocument parameters,
        int maxAttempts,
        @Nullable Duration timeout,
        @Nullable SourceHash sourceHash,
        @Nullable String sourceLocation,
        @Nullable String sourceFileName,
        @Nullable Long sourceSizeBytes,
        @Nullable String sourceContentType,
        @Nullable Instant runAt,
        boolean wake) {

    static NewJobRow of(NewJob job, boolean wake) {
        MediaSource source = job.source();
        return new NewJobRow(
                job.id(),
                job.type(),
                job.target().type(),
                job.target().id(),
                job.queue(),
                job.priority(),
                job.parameters(),
                job.maxAttempts(),
                job.timeout(),
                source == null ? null : source.hash(),
                source == null ? null : source.location(),
                source == null ? null : source.fileName(),
                source == null ? null : source.sizeBytes(),
                source == null ? null : source.contentType(),
                job.runAt(),
                wake);
    }
}
