package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Sweep;
import java.util.List;
import java.util.Set;

/** Changes a page of jobs inside one transaction. */
final class JobSweep {

    private final JobMapper jobs;

    JobSweep(JobMapper jobs) {
        this.jobs = jobs;
    }

    Sweep cancel(JobQuery query) {
        JobQuery live = query.within(JobStatus.live());
        return live == null
                ? Sweep.NOTHING
                : sweep(live, ids -> {
                    jobs.lockAllLive(ids);
                    return jobs.cancelAll(JobListing.among(ids, live));
                });
    }

    Sweep delete(JobQuery query) {
        return sweep(query, ids -> {
            jobs.lockAllLive(ids);
            jobs.lockAll(ids);
            return jobs.deleteAll(JobListing.among(ids, query));
        });
    }

    Sweep retry(JobQuery query, Set<JobStatus> blocking) {
        JobQuery ended = query.within(JobStatus.retryable());
        return ended == null
                ? Sweep.NOTHING
                : sweep(ended, ids -> {
                    jobs.enterGates(ids);
                    jobs.pinAll(ids);
                    int changed = 0;
                    for (Job job : jobs.list(JobListing.among(ids, ended))) {
                        changed += requeued(job, blocking) ? 1 : 0;
                    }
                    return changed;
                });
    }

    /** One by one, as each may be in the way of those after it. */
    private boolean requeued(Job job, Set<JobStatus> blocking) {
        boolean free = blocking.isEmpty()
                || jobs.newestBlocking(TargetKey.of(job.type(), job.target()), blocking, job.id()) == null;
        return free && jobs.requeue(job.id()) != null;
    }

    private Sweep sweep(JobQuery query, Change change) {
        JobPage page = PostgresJobStore.page(jobs, query);
        List<JobId> ids = page.jobs().stream().map(Job::id).toList();
        return new Sweep(ids.size(), ids.isEmpty() ? 0 : change.of(ids), page.next());
    }

    /** What is done to these jobs; answers how many changed. */
    @FunctionalInterface
    private interface Change {

        int of(List<JobId> ids);
    }
}
