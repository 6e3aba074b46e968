package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds jobs by looking at each. */
final class JobsFound {

    private JobsFound() {}

    static Stream<JobState> matching(State state, JobFilter filter) {
        Instant from = filter.createdFrom();
        Instant before = filter.createdBefore();
        return state.jobs.values().stream()
                .filter(job -> in(filter.statuses(), job.status))
                .filter(job -> filter.type() == null || job.asked.type().equals(filter.type()))
                .filter(job -> filter.target() == null || job.asked.target().equals(filter.target()))
                .filter(job -> filter.queue() == null || job.asked.queue().equals(filter.queue()))
                .filter(job -> from == null || !job.createdAt.isBefore(from))
                .filter(job -> before == null || job.createdAt.isBefore(before));
    }

    static JobPage page(State state, JobQuery query) {
        Comparator<JobState> order = query.newestFirst() ? JobState.BY_CREATION.reversed() : JobState.BY_CREATION;
        List<Job> found = matching(state, query.filter())
                .sorted(order)
                .filter(job -> comesAfter(job, query))
                .limit(query.limit() + 1L)
                .map(state::toJob)
                .toList();
        if (found.size() <= query.limit()) {
            return new JobPage(found, null);
        }
        List<Job> page = found.subList(0, query.limit());
        return new JobPage(page, JobCursor.after(page.get(page.size() - 1)));
    }

    private static boolean comesAfter(JobState job, JobQuery query) {
        JobCursor after = query.after();
        if (after == null) {
            return true;
        }
        int times = job.createdAt.compareTo(after.createdAt());
        int place = times != 0 ? times : job.id().compareTo(after.id());
        return query.newestFirst() ? place < 0 : place > 0;
    }

    static Optional<JobState> newest(
            State state, String type, Target target, Set<JobStatus> statuses, @Nullable JobId except) {
        return state.jobs.values().stream()
                .filter(job -> job.isOf(type, target) && in(statuses, job.status))
                .filter(job -> !job.id().equals(except))
                .max(JobState.BY_CREATION);
    }

    static List<JobId> toPurge(State state, JobPurge purge) {
        return state.jobs.values().stream()
                .filter(job -> purge.statuses().contains(job.status))
                .filter(job -> ended(job).isBefore(purge.finishedBefore()))
                .sorted(Comparator.comparing(JobsFound::ended).thenComparing(JobState::id))
                .limit(purge.limit())
                .map(JobState::id)
                .toList();
    }

    static JobStanding.Line line(State state, JobState job, Instant now) {
        List<Duty> serving = state.leases.values().stream()
                .filter(lease -> lease.holdsAt(now))
                .map(State.Lease::duty)
                .filter(Objects::nonNull)
                .filter(duty -> duty.queue().equals(job.asked.queue()))
                .filter(duty -> duty.types().contains(job.asked.type()))
                .toList();
        List<JobState> ahead = state.jobs.values().stream()
                .filter(other -> other.dueAt(now) && other.asked.queue().equals(job.asked.queue()))
                .filter(other -> serving.stream().anyMatch(duty -> duty.types().contains(other.asked.type())))
                .filter(other -> JobState.BY_TURN.compare(other, job) < 0)
                .sorted(JobState.BY_TURN)
                .toList();
        return new JobStanding.Line(
                serving.size(),
                ahead.size(),
                ahead.isEmpty() ? null : ahead.get(0).id());
    }

    private static boolean in(Set<JobStatus> statuses, JobStatus status) {
        return statuses.isEmpty() || statuses.contains(status);
    }

    private static Instant ended(JobState job) {
        return Objects.requireNonNull(job.finishedAt);
    }
}
