package dev.reelstore.domain.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of jobs.
 *
 * @param jobs in the order that was asked for
 * @param next where the next page begins, or null when there was no more at the time
 */
public record JobPage(List<Job> jobs, @Nullable JobCursor next) {

    /** Keeps a copy of the list. */
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
