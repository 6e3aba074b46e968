package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Sweep;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many jobs are ended or tried again at once. */
final class Sweeping {

    /** Those who take several go in the same order, or they would wait for each other. */
    private static final Comparator<Job> GATES =
            Comparator.comparing(Job::type).thenComparing(Job::target, JobFacts::compare);

    private Sweeping() {}

    static Sweep cancel(Overlay overlay, JobQuery query) {
        return sweep(overlay, query, JobStatus.live(), row -> {
            overlay.put(row.cancelled(overlay.now()));
            return true;
        });
    }

    static Sweep delete(Overlay overlay, JobQuery query) {
        return sweep(overlay, query, Set.of(JobStatus.values()), row -> {
            overlay.lock(LockKey.analysis(row.id()));
            overlay.put(new Row.JobGone(row.id()));
            return true;
        });
    }

    static Sweep retry(Overlay overlay, JobQuery query, Set<JobStatus> blocking) {
        JobQuery ended = query.within(JobStatus.retryable());
        if (ended == null) {
            return Sweep.NOTHING;
        }
        JobPage page = JobSearch.page(overlay, ended);
        page.jobs().stream().sorted(GATES).forEach(job -> overlay.lock(LockKey.presence(job.type(), job.target())));
        return change(
                overlay,
                page,
                ended.filter(),
                row -> JobCreation.retry(overlay, row.id(), blocking) instanceof RetryResult.Requeued);
    }

    private static Sweep sweep(Overlay overlay, JobQuery query, Set<JobStatus> among, Predicate<JobRow> change) {
        JobQuery narrowed = query.within(among);
        return narrowed == null
                ? Sweep.NOTHING
                : change(overlay, JobSearch.page(overlay, narrowed), narrowed.filter(), change);
    }

    private static Sweep change(Overlay overlay, JobPage page, JobFilter filter, Predicate<JobRow> change) {
        page.jobs().stream().map(Job::id).sorted().forEach(id -> JobLocks.lock(overlay, id));
        int changed = 0;
        for (Job job : page.jobs()) {
            JobRow row = stillMatching(overlay, job.id(), filter);
            changed += row != null && change.test(row) ? 1 : 0;
        }
        return new Sweep(page.jobs().size(), changed, page.next());
    }

    private static @Nullable JobRow stillMatching(Overlay overlay, JobId id, JobFilter filter) {
        JobRow row = overlay.job(id);
        return row == null ? null : JobSearch.matching(overlay, row.facts(), filter);
    }
}
