package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to list, count or change; one more than asked for tells whether there is a next page.
 *
 * @param among only of these jobs, or null
 */
record JobListing(
        JobFilter filter,
        boolean newestFirst,
        int limit,
        @Nullable JobCursor after,
        @Nullable List<JobId> among) {

    /** Whether all are sought among live jobs, however many others there are. */
    boolean onlyLive() {
        return !filter.statuses().isEmpty() && JobStatus.live().containsAll(filter.statuses());
    }

    /** Whether the live row of a job tells all that is asked of it. */
    boolean onlyOfLiveRows() {
        return onlyLive()
                && JobFilter.all()
                        .statuses(filter.statuses())
                        .type(filter.type())
                        .queue(filter.queue())
                        .equals(filter);
    }

    boolean queued() {
        return filter.statuses().contains(JobStatus.QUEUED);
    }

    boolean running() {
        return filter.statuses().contains(JobStatus.RUNNING);
    }

    /** Whether all are sought among jobs that have ended. */
    boolean onlyEnded() {
        return !filter.statuses().isEmpty() && Collections.disjoint(JobStatus.live(), filter.statuses());
    }

    static JobListing of(JobQuery query) {
        return new JobListing(query.filter(), query.newestFirst(), query.limit() + 1, query.after(), null);
    }

    static JobListing of(JobFilter filter) {
        return new JobListing(filter, false, 0, null, null);
    }

    /** Those of these jobs that are still of this kind, the first created first where the page was so. */
    static JobListing among(List<JobId> ids, JobQuery query) {
        return new JobListing(query.filter(), query.newestFirst(), ids.size(), null, ids);
    }
}
