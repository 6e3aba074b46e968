package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
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
import dev.reelstore.domain.job.TargetBatch;
import dev.reelstore.domain.value.Check;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The jobs of the model. */
final class ModelJobs implements JobStore {

    private final ModelStore store;
    private final Door door;
    private final JobChanges changes;

    ModelJobs(ModelStore store, Door door) {
        this.store = store;
        this.door = door;
        this.changes = new JobChanges(store);
    }

    @Override
    public Job create(NewJob job) {
        return door.write(state -> state.toJob(kept(state, job)));
    }

    @Override
    public int createAll(Collection<NewJob> jobs) {
        return door.write(state -> {
            int before = state.jobs.size();
            Set<JobId> ids = new HashSet<>();
            for (NewJob job : jobs) {
                if (!ids.add(job.id())) {
                    throw new StoreConflictException("an id is named twice", Repeat.USELESS, null);
                }
                kept(state, job);
            }
            return state.jobs.size() - before;
        });
    }

    @Override
    public CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking) {
        return door.write(state -> {
            if (!state.jobs.containsKey(job.id())) {
                Optional<JobState> other = JobsFound.newest(state, job.type(), job.target(), blocking, job.id());
                if (other.isPresent()) {
                    return new CreateResult(state.toJob(other.get()), false);
                }
            }
            boolean created = !state.jobs.containsKey(job.id());
            return new CreateResult(state.toJob(kept(state, job)), created);
        });
    }

    private JobState kept(State state, NewJob job) {
        JobState there = state.jobs.computeIfAbsent(job.id(), id -> new JobState(job, store.now()));
        if (!there.isOf(job.type(), job.target())) {
            throw new StoreConflictException("the id belongs to another job", Repeat.USELESS, null);
        }
        return there;
    }

    @Override
    public Optional<Job> find(JobId id) {
        return door.read(state -> Optional.ofNullable(state.jobs.get(id)).map(state::toJob));
    }

    @Override
    public Job get(JobId id) {
        return door.read(state -> Optional.ofNullable(state.jobs.get(id))
                .map(state::toJob)
                .orElseThrow(() -> new RecordNotFoundException("no such job", null)));
    }

    @Override
    public JobPage list(JobQuery query) {
        return door.read(state -> JobsFound.page(state, query));
    }

    @Override
    public long count(JobFilter filter) {
        return door.read(state -> JobsFound.matching(state, filter).count());
    }

    @Override
    public Map<JobStatus, Long> countByStatus(JobFilter filter) {
        return door.read(state -> Set.of(JobStatus.values()).stream()
                .collect(Collectors.toMap(
                        status -> status,
                        status -> JobsFound.matching(state, filter)
                                .filter(job -> job.status == status)
                                .count())));
    }

    @Override
    public boolean exists(String type, Target target, Set<JobStatus> statuses) {
        return !existing(type, List.of(target), statuses).isEmpty();
    }

    @Override
    public Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        return door.read(state -> TargetBatch.of(type, targets, statuses).targets().stream()
                .filter(target ->
                        JobsFound.newest(state, type, target, statuses, null).isPresent())
                .collect(Collectors.toSet()));
    }

    @Override
    public Optional<JobStanding> explain(JobId id) {
        return door.read(state -> Optional.ofNullable(state.jobs.get(id))
                .map(job ->
                        JobStanding.of(state.toJob(job), store.now(), () -> JobsFound.line(state, job, store.now()))));
    }

    @Override
    public List<StageState> stages(JobId id) {
        return door.read(state -> state.jobs.containsKey(id)
                ? Check.present("job", state.jobs.get(id)).stageList()
                : List.of());
    }

    @Override
    public boolean cancel(JobId id) {
        return door.write(state -> changes.cancel(state.jobs.get(id)));
    }

    @Override
    public RetryResult retry(JobId id, Set<JobStatus> blocking) {
        return door.write(state -> {
            JobState job = state.jobs.get(id);
            return job == null ? new RetryResult.Missing() : changes.retry(state, job, blocking);
        });
    }

    @Override
    public boolean delete(JobId id) {
        return door.write(state -> {
            boolean there = state.jobs.containsKey(id);
            state.delete(id);
            return there;
        });
    }

    @Override
    public int purge(JobPurge purge) {
        return door.write(state -> {
            List<JobId> old = JobsFound.toPurge(state, purge);
            old.forEach(state::delete);
            return old.size();
        });
    }

    @Override
    public Sweep cancelAll(JobQuery query) {
        return door.write(state -> changes.cancelAll(state, query));
    }

    @Override
    public Sweep retryAll(JobQuery query, Set<JobStatus> blocking) {
        return door.write(state -> changes.retryAll(state, query, blocking));
    }

    @Override
    public Sweep deleteAll(JobQuery query) {
        return door.write(state -> changes.deleteAll(state, query));
    }
}
