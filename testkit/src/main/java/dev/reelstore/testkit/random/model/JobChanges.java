package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Sweep;
import dev.reelstore.domain.value.Check;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How jobs are cancelled, retried and deleted: one, or a page of them. */
final class JobChanges {

    private final ModelStore store;

    JobChanges(ModelStore store) {
        this.store = store;
    }

    boolean cancel(@Nullable JobState job) {
        if (job == null || job.status.finished()) {
            return false;
        }
        job.end(JobStatus.CANCELLED, store.now());
        return true;
    }

    RetryResult retry(State state, JobState job, Set<JobStatus> blocking) {
        if (!JobStatus.retryable().contains(job.status)) {
            return new RetryResult.NotRetryable(state.toJob(job));
        }
        Optional<JobState> other = blocking.isEmpty()
                ? Optional.empty()
                : JobsFound.newest(state, job.asked.type(), job.asked.target(), blocking, job.id());
        if (other.isPresent()) {
            return new RetryResult.Blocked(state.toJob(other.get()));
        }
        job.retry(store.now());
        return new RetryResult.Requeued(state.toJob(job));
    }

    Sweep cancelAll(State state, JobQuery query) {
        return sweep(state, query, JobStatus.live(), this::cancel);
    }

    Sweep retryAll(State state, JobQuery query, Set<JobStatus> blocking) {
        return sweep(
                state,
                query,
                JobStatus.retryable(),
                job -> retry(state, job, blocking) instanceof RetryResult.Requeued);
    }

    Sweep deleteAll(State state, JobQuery query) {
        return sweep(state, query, Set.of(JobStatus.values()), job -> {
            state.delete(job.id());
            return true;
        });
    }

    private static Sweep sweep(State state, JobQuery query, Set<JobStatus> among, Predicate<JobState> change) {
        JobQuery narrowed = query.within(among);
        if (narrowed == null) {
            return Sweep.NOTHING;
        }
        JobPage page = JobsFound.page(state, narrowed);
        List<JobState> found = page.jobs().stream()
                .map(job -> Check.present("job", state.jobs.get(job.id())))
                .toList();
        return new Sweep(found.size(), (int) found.stream().filter(change).count(), page.next());
    }
}
