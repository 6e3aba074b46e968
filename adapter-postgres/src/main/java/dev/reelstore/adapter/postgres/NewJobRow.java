package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job column by column: to follow paths through it for each would take the mapping longer than all the rest.
 *
 * @param wake whether its statement wakes workers
 * @param claim what a worker gets in the same round trip, if one waits
 */
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
        boolean wake,
        @Nullable ClaimAttempt claim) {

    static NewJobRow of(NewJob job, boolean wake) {
        return of(job, wake, null);
    }

    static NewJobRow of(NewJob job, boolean wake, @Nullable ClaimAttempt claim) {
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
                wake,
                claim);
    }

    WorkerId worker() {
        return claimed().worker();
    }

    List<String> types() {
        return claimed().types();
    }

    int limit() {
        return claimed().limit();
    }

    boolean promoted() {
        return claimed().promoted();
    }

    QueuePlace from() {
        return claimed().from();
    }

    private ClaimAttempt claimed() {
        return Objects.requireNonNull(claim);
    }
}
