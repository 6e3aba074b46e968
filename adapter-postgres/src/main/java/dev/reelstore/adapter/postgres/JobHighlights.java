package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;

/** A job beside the number of its highlights. */
record JobHighlights(JobId id, Job job, long highlights) {}
