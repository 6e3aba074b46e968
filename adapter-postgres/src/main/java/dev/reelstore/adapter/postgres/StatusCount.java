package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobStatus;

/** How many jobs are in a status. */
record StatusCount(JobStatus status, long jobs) {}
