package dev.reelstore.application.api;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.Progress;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A job as an API shows it. What is the store's own business (who holds the job, under which lease, fence and token, and
 * in which queue) is not in it.
 *
 * @param jobId its id
 * @param type what is done
 * @param status queued, running, completed, failed or cancelled
 * @param stage the stage that was written last, or null
 * @param progressPercent 0 to 100 with two decimals
 * @param message what that stage says, or null
 * @param error what the last failed attempt said, or null
 * @param filename the name that a person gave the file, or null
 * @param fileSizeBytes the length of the file, or null
 * @param contentType the media type of the file, or null
 * @param createdAt when it was created
 * @param startedAt when the attempt that runs or ran last began; null while it is queued
 * @param completedAt when it ended, whichever way, or null
 */
public record JobResponse(
        String jobId,
        String type,
        String status,
        @Nullable String stage,
        double progressPercent,
        @Nullable String message,
        @Nullable String error,
        @Nullable String filename,
        @Nullable Long fileSizeBytes,
        @Nullable String contentType,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {

    /** Of a job that has come so far. */
    public static JobResponse of(Job job, Progress progress) {
        MediaSource source = Check.present("job", job).source();
        return new JobResponse(
                job.id().toString(),
                job.type(),
                job.status().name().toLowerCase(Locale.ROOT),
                Check.present("progress", progress).stage(),
                progress.percent(),
                progress.message(),
                job.error(),
                source == null ? null : source.fileName(),
                source == null ? null : source.sizeBytes(),
                source == null ? null : source.contentType(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}
