package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A processing metric, as the store has it.
 *
 * @param id its identity within the job
 * @param job the job
 * @param stage the stage that was measured
 * @param duration how long it took
 * @param recordedAt when it was recorded, in the store's time
 */
public record Metric(UUID id, JobId job, String stage, Duration duration, Instant recordedAt)
        implements JournalRecord {}
