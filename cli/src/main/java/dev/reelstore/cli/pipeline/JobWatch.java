package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Progress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows jobs until they have ended, whoever works on them, and tells the observer what happens.
 *
 * <p>For one thread.
 */
final class JobWatch {

    /** How many jobs are looked at in one round; the others have their turn in the next. */
    private static final int ROUND = 100;

    /** Less is left of a lease only when heartbeats are missing. */
    private static final Duration SILENT =
            PipelineRun.LEASE.minus(PipelineRun.HEARTBEAT.multipliedBy(2)).plusSeconds(2);

    /** Our worker's first claim is known here by then. */
    private static final long SETTLED_NANOS = 150_000_000;

    private final Persistence store;
    private final PipelineObserver observer;
    private final Predicate<WorkerId> ours;
    private final Deque<JobId> open = new ArrayDeque<>();
    private final Map<JobId, Job> seen = new HashMap<>();
    private final Set<JobId> deleted = new HashSet<>();
    private final Map<JobId, Long> arrivals = new HashMap<>();
    private final Set<Held> told = new HashSet<>();

    private record Held(JobId job, WorkerId worker, boolean silent) {}

    /** @param ours whether the worker is one of this process */
    JobWatch(Persistence store, PipelineObserver observer, Predicate<WorkerId> ours) {
        this.store = store;
        this.observer = observer;
        this.ours = ours;
    }

    /** Follows this job too, unless it has ended or is followed already. */
    void follow(Job job) {
        if (seen.putIfAbsent(job.id(), job) != null) {
            return;
        }
        if (job.status().finished()) {
            observer.finished(job);
        } else {
            open.add(job.id());
            arrivals.put(job.id(), System.nanoTime());
        }
    }

    /** Whether a followed job has ended. */
    boolean ended(JobId job) {
        return deleted.contains(job)
                || Objects.requireNonNull(seen.get(job), "a job that is followed")
                        .status()
                        .finished();
    }

    /** Looks after some of the jobs that have not ended. */
    void round() {
        for (int left = Math.min(ROUND, open.size()); left > 0; left--) {
            JobId id = open.element();
            Optional<Job> found = store.jobs().find(id);
            open.remove();
            if (found.isEmpty()) {
                deleted.add(id);
                observer.deleted(Objects.requireNonNull(seen.get(id), "a job that is followed"));
                continue;
            }
            Job job = found.get();
            Job before = Objects.requireNonNull(seen.put(id, job), "a job that is followed");
            if (job.status().finished()) {
                observer.finished(job);
                continue;
            }
            open.add(id);
            if (job.status() == JobStatus.QUEUED && failedSince(before, job)) {
                observer.willRetry(job);
            }
            look(job);
        }
    }

    /** What became of a file's job. */
    FileResult result(Admission admission) {
        JobId id = admission.job().id();
        return new FileResult(admission, seen.getOrDefault(id, admission.job()), deleted.contains(id));
    }

    private static boolean failedSince(Job before, Job now) {
        return now.error() != null
                && (before.status() == JobStatus.RUNNING || before.attempt() != now.attempt())
                && now.attempt() >= before.attempt();
    }

    private void look(Job job) {
        WorkerId worker = job.worker();
        if (job.status() != JobStatus.RUNNING || worker == null || ours.test(worker)) {
            return;
        }
        Duration left = job.leaseUntil() == null ? Duration.ZERO : Duration.between(store.now(), job.leaseUntil());
        boolean silent = left.compareTo(SILENT) < 0;
        if ((silent || justMet(job.id())) && told.add(new Held(job.id(), worker, silent))) {
            observer.heldElsewhere(job, left.isNegative() ? Duration.ZERO : left, silent);
        }
        List<StageState> stages = store.jobs().stages(job.id());
        String doing = stages.stream()
                .filter(stage -> stage.progress().percent() < 100)
                .map(StageState::stage)
                .findFirst()
                .orElse("");
        observer.progress(job.id(), Progress.of(job, stages).percent(), doing);
    }

    /** Whether it is one of those that were not ours when they came, and nothing that our own worker has just claimed. */
    private boolean justMet(JobId job) {
        Long met = arrivals.get(job);
        if (met == null || System.nanoTime() - met < SETTLED_NANOS) {
            return false;
        }
        arrivals.remove(job);
        return true;
    }
}
