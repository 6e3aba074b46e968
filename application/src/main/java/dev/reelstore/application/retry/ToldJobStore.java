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
import dev.reelstore.domain.value.Check;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A job store whose creations are told to the log once they are committed. As safe from threads as what it decorates. */
final class ToldJobStore implements JobStore {

    private final JobStore jobs;
    private final Calls calls;
    private final Creations.Sink sink;
    private final StoreLog log;

    ToldJobStore(JobStore jobs, Calls calls, Creations.Sink sink, StoreLog log) {
        this.jobs = jobs;
        this.calls = calls;
        this.sink = sink;
        this.log = log;
    }

    @Override
    public Job create(NewJob job) {
        Job created = calls.callHarmlessTwice("jobs.create", () -> jobs.create(job));
        tell(created, neverClaimed(created));
        return created;
    }

    @Override
    public int createAll(Collection<NewJob> given) {
        List<NewJob> all = Check.all("jobs", given);
        int created = calls.call("jobs.createAll", () -> jobs.createAll(all));
        if (created > 0) {
            sink.say(() -> log.createdMany(created, all.size()));
        }
        return created;
    }

    @Override
    public CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking) {
        CreateResult result = calls.call("jobs.createIfAbsent", () -> jobs.createIfAbsent(job, blocking));
        tell(result.job(), result.created());
        return result;
    }

    @Override
    public Optional<Job> find(JobId id) {
        return calls.call("jobs.find", () -> jobs.find(id));
    }

    @Override
    public Job get(JobId id) {
        return calls.call("jobs.get", () -> jobs.get(id));
    }

    @Override
    public JobPage list(JobQuery query) {
        return calls.call("jobs.list", () -> jobs.list(query));
    }

    @Override
    public long count(JobFilter filter) {
        return calls.call("jobs.count", () -> jobs.count(filter));
    }

    @Override
    public Map<JobStatus, Long> countByStatus(JobFilter filter) {
        return calls.call("jobs.countByStatus", () -> jobs.countByStatus(filter));
    }

    @Override
    public boolean exists(String type, Target target, Set<JobStatus> statuses) {
        return calls.call("jobs.exists", () -> jobs.exists(type, target, statuses));
    }

    @Override
    public Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        return calls.call("jobs.existing", () -> jobs.existing(type, targets, statuses));
    }

    @Override
    public Optional<JobStanding> explain(JobId id) {
        return calls.call("jobs.explain", () -> jobs.explain(id));
    }

    @Override
    public List<StageState> stages(JobId id) {
        return calls.call("jobs.stages", () -> jobs.stages(id));
    }

    @Override
    public boolean cancel(JobId id) {
        return calls.call("jobs.cancel", () -> jobs.cancel(id));
    }

    @Override
    public RetryResult retry(JobId id, Set<JobStatus> blocking) {
        return calls.call("jobs.retry", () -> jobs.retry(id, blocking));
    }

    @Override
    public boolean delete(JobId id) {
        return calls.call("jobs.delete", () -> jobs.delete(id));
    }

    @Override
    public int purge(JobPurge purge) {
        return calls.call("jobs.purge", () -> jobs.purge(purge));
    }

    @Override
    public Sweep cancelAll(JobQuery query) {
        return calls.call("jobs.cancelAll", () -> jobs.cancelAll(query));
    }

    @Override
    public Sweep retryAll(JobQuery query, Set<JobStatus> blocking) {
        return calls.call("jobs.retryAll", () -> jobs.retryAll(query, blocking));
    }

    @Override
    public Sweep deleteAll(JobQuery query) {
        return calls.call("jobs.deleteAll", () -> jobs.deleteAll(query));
    }

    private void tell(Job job, boolean created) {
        sink.say(() -> {
            if (created) {
                log.created(job);
            } else {
                log.existed(job);
            }
        });
    }

    /** A create that repeats an id answers the job as it is now; only one that was never claimed can be new. */
    private static boolean neverClaimed(Job job) {
        return job.status() == JobStatus.QUEUED && job.attempt() == 0;
    }
}
