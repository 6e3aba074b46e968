package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import java.time.Instant;

/** What only the store knew of a job that it created. */
record CreatedJob(JobId id, Instant createdAt, Instant runAt) {

    /** Whether it may be claimed at once. */
    boolean due() {
        return !runAt.isAfter(createdAt);
    }

    /** The whole job, without asking for it. */
    Job with(NewJob given) {
        return new Job(
                id,
                given.type(),
                given.target(),
                given.queue(),
                given.priority(),
                runAt,
                given.parameters(),
                given.maxAttempts(),
                given.timeout(),
                given.source(),
                createdAt,
                JobStatus.QUEUED,
                0,
                given.maxAttempts(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
