package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.job.JobId;

/** A finding that is there, and in which job. */
record FindingOwner(FindingId id, JobId job) {}
