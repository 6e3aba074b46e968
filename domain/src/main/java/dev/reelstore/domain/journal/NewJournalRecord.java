package dev.reelstore.domain.journal;

import dev.reelstore.domain.job.JobId;
import java.util.UUID;

/** What is to be written to the journal of a job. */
public sealed interface NewJournalRecord permits NewLogEntry, NewMetric {

    /** Its identity within the job. */
    UUID id();

    /** The job. */
    JobId job();
}
