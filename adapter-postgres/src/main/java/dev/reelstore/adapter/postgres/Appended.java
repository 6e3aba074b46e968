package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import org.jspecify.annotations.Nullable;

/** What came of writing to the journal: how many were new, or a job that is not there. */
record Appended(int added, @Nullable JobId missing) {}
