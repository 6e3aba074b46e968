package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the processing log, as the store has it.
 *
 * @param id its identity within the job
 * @param job the job
 * @param stage the stage of the job
 * @param status what it says of the stage
 * @param agent who did the work, or null
 * @param duration how long it took, or null
 * @param message for people, or null
 * @param error what went wrong, or null
 * @param recordedAt when it was recorded, in the store's time
 */
public record LogEntry(
        UUID id,
        JobId job,
        String stage,
        LogStatus status,
        @Nullable String agent,
        @Nullable Duration duration,
        @Nullable String message,
        @Nullable String error,
        Instant recordedAt)
        implements JournalRecord {}
