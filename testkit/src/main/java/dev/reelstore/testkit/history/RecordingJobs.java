package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.Sweep;
import dev.reelstore.domain.job.Target;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Jobs whose changes, and whose reads one by one, are written down. */
final class RecordingJobs implements JobStore {

    private final JobStore jobs;
    private final Recording recording;

    RecordingJobs(JobStore jobs, Recording recording) {
        this.jobs = jobs;
        this.recording = recording;
    }

    @Override
    public Job create(NewJob job) {
        return recording.call(creating(job), () -> jobs.create(job), RecordingJobs::stands);
    }

    @Override
    public int createAll(Collection<NewJob> all) {
        return recording.calls(
                all.stream().map(RecordingJobs::creating).toList(), () -> jobs.createAll(all), created -> {
                    // How many of these were new; where not all were, each may have been.
                    Answer each = created == all.size() ? new Answer.Changed(true) : new Answer.Count(created, 0);
                    return Collections.nCopies(all.size(), each);
                });
    }

    @Override
    public CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking) {
        return recording.call(creating(job), () -> jobs.createIfAbsent(job, blocking), result -> {
            if (result.created()) {
                return new Answer.Changed(true);
            }
            return result.job().id().equals(job.id()) ? stands(result.job()) : new Answer.Stands(null, 0);
        });
    }

    private static Call creating(NewJob job) {
        return new Call.Create(job.id(), job.queue(), job.type(), job.maxAttempts(), job.runAt() == null);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return recording.call(
                new Call.Read(id),
                () -> jobs.find(id),
                found -> found.map(RecordingJobs::stands).orElse(new Answer.Stands(null, 0)));
    }

    @Override
    public Job get(JobId id) {
        return recording.call(new Call.Read(id), () -> jobs.get(id), RecordingJobs::stands);
    }

    @Override
    public boolean cancel(JobId id) {
        return recording.call(new Call.Cancel(id), () -> jobs.cancel(id), Answer.Changed::new);
    }

    @Override
    public RetryResult retry(JobId id, Set<JobStatus> blocking) {
        return recording.call(new Call.Retry(id), () -> jobs.retry(id, blocking), result -> {
            if (result instanceof RetryResult.NotRetryable not) {
                return stands(not.job());
            }
            if (result instanceof RetryResult.Missing) {
                return new Answer.Stands(null, 0);
            }
            return new Answer.Became(result instanceof RetryResult.Requeued ? JobStatus.QUEUED : null);
        });
    }

    @Override
    public boolean delete(JobId id) {
        return recording.call(new Call.Delete(id), () -> jobs.delete(id), Answer.Changed::new);
    }

    @Override
    public int purge(JobPurge purge) {
        return recording.call(
                new Call.Sweep(Call.Kind.DELETE), () -> jobs.purge(purge), gone -> new Answer.Count(gone, 0));
    }

    @Override
    public Sweep cancelAll(JobQuery query) {
        return sweep(Call.Kind.CANCEL, () -> jobs.cancelAll(query));
    }

    @Override
    public Sweep retryAll(JobQuery query, Set<JobStatus> blocking) {
        return sweep(Call.Kind.RETRY, () -> jobs.retryAll(query, blocking));
    }

    @Override
    public Sweep deleteAll(JobQuery query) {
        return sweep(Call.Kind.DELETE, () -> jobs.deleteAll(query));
    }

    private Sweep sweep(Call.Kind kind, Supplier<Sweep> action) {
        return recording.call(new Call.Sweep(kind), action::get, sweep -> new Answer.Count(sweep.changed(), 0));
    }

    private static Answer stands(Job job) {
        return new Answer.Stands(job.status(), job.attempt());
    }

    @Override
    public JobPage list(JobQuery query) {
        return jobs.list(query);
    }

    @Override
    public long count(JobFilter filter) {
        return jobs.count(filter);
    }

    @Override
    public Map<JobStatus, Long> countByStatus(JobFilter filter) {
        return jobs.countByStatus(filter);
    }

    @Override
    public boolean exists(String type, Target target, Set<JobStatus> statuses) {
        return jobs.exists(type, target, statuses);
    }

    @Override
    public Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        return jobs.existing(type, targets, statuses);
    }

    @Override
    public Optional<JobStanding> explain(JobId id) {
        return jobs.explain(id);
    }

    @Override
    public List<StageState> stages(JobId id) {
        return jobs.stages(id);
    }
}
