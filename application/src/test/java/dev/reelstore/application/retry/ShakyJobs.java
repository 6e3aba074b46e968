package dev.reelstore.application.retry;

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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Creates jobs, or finds them blocked by one on the target "taken"; has no other use. */
record ShakyJobs(Consumer<String> created) implements JobStore {

    static final String TAKEN = "taken";

    static Job queued(NewJob job) {
        return new Job(
                job.id(),
                job.type(),
                job.target(),
                job.queue(),
                job.priority(),
                Instant.EPOCH,
                job.parameters(),
                job.maxAttempts(),
                null,
                null,
                Instant.EPOCH,
                JobStatus.QUEUED,
                0,
                job.maxAttempts(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public Job create(NewJob job) {
        created.accept(job.target().id());
        return queued(job);
    }

    @Override
    public int createAll(Collection<NewJob> jobs) {
        jobs.forEach(job -> created.accept(job.target().id()));
        return jobs.size();
    }

    @Override
    public CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking) {
        return new CreateResult(create(job), !job.target().id().equals(TAKEN));
    }

    @Override
    public Optional<Job> find(JobId id) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Job get(JobId id) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public JobPage list(JobQuery query) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public long count(JobFilter filter) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Map<JobStatus, Long> countByStatus(JobFilter filter) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public boolean exists(String type, Target target, Set<JobStatus> statuses) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public int purge(JobPurge purge) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public List<StageState> stages(JobId id) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public boolean cancel(JobId id) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public RetryResult retry(JobId id, Set<JobStatus> blocking) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public boolean delete(JobId id) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Optional<JobStanding> explain(JobId id) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Sweep cancelAll(JobQuery query) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Sweep retryAll(JobQuery query, Set<JobStatus> blocking) {
        throw new AssertionError("not expected to be called");
    }

    @Override
    public Sweep deleteAll(JobQuery query) {
        throw new AssertionError("not expected to be called");
    }
}
