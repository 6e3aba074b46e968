package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.JobId;
import org.jspecify.annotations.Nullable;

/** Statements on layouts; each is described where it is written, in the mapper file. */
interface LayoutMapper {

    int put(Layout layout);

    @Nullable
    Layout find(JobId job);
}
