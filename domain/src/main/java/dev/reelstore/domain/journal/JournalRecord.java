package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobId;
import java.time.Instant;
import java.util.UUID;

/** What the journal keeps: it belongs to a job and goes with it. */
public sealed interface JournalRecord permits LogEntry, Metric {

    /** Its identity within the job. */
    UUID id();

    /** The job. */
    JobId job();

    /** The stage of the job. */
    String stage();

    /** When it was recorded, in the store's time. */
    Instant recordedAt();
}
