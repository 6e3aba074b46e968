package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import org.jspecify.annotations.Nullable;

/** What to list or count; one more than asked for tells whether there is a next page. */
record JobListing(
        JobFilter filter,
        boolean newestFirst,
        int limit,
        @Nullable JobCursor after) {

    static JobListing of(JobQuery query) {
        return new JobListing(query.filter(), query.newestFirst(), query.limit() + 1, query.after());
    }

    static JobListing of(JobFilter filter) {
        return new JobListing(filter, false, 0, null);
    }
}
