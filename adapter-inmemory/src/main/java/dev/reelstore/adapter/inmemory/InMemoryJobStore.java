package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.RecordNotFoundException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The jobs of one store or unit. As safe as the calls that it is given. */
final class InMemoryJobStore implements JobStore {

    private final Calls calls;

    InMemoryJobStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Job create(NewJob job) {
        HandedOver handed = new HandedOver();
        boolean well = false;
        try {
            Job created = calls.write(overlay -> {
                Job made = overlay.toJob(
                        JobCreation.create(overlay, Check.present("job", job)).row());
                handed.claim(overlay, job);
                return made;
            });
            well = true;
            return created;
        } finally {
            handed.tell(well);
        }
    }

    @Override
    public int createAll(Collection<NewJob> jobs) {
        return calls.write(overlay -> JobCreation.createAll(overlay, Check.all("jobs", jobs)));
    }

    @Override
    public CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking) {
        return calls.write(overlay -> {
            JobCreation.Outcome outcome = JobCreation.createIfAbsent(
                    overlay, Check.present("job", job), statuses("blocking statuses", blocking));
            return new CreateResult(overlay.toJob(outcome.row()), outcome.created());
        });
    }

    @Override
    public Optional<Job> find(JobId id) {
        return calls.read(overlay -> {
            JobRow row = overlay.job(Check.present("job id", id));
            return row == null ? Optional.empty() : Optional.of(overlay.toJob(row));
        });
    }

    @Override
    public Job get(JobId id) {
        return calls.read(overlay -> {
            JobRow row = overlay.job(Check.present("job id", id));
            if (row == null) {
                throw new RecordNotFoundException(
                        "there is no job " + id + ": it was never created, or it was deleted", null);
            }
            return overlay.toJob(row);
        });
    }

    @Override
    public JobPage list(JobQuery query) {
        return calls.read(overlay -> JobSearch.page(overlay, Check.present("job query", query)));
    }

    @Override
    public long count(JobFilter filter) {
        return calls.read(overlay -> JobSearch.count(overlay, Check.present("job filter", filter)));
    }

    @Override
    public Map<JobStatus, Long> countByStatus(JobFilter filter) {
        return calls.read(overlay -> JobSearch.countByStatus(overlay, Check.present("job filter", filter)));
    }

    @Override
    public boolean exists(String type, Target target, Set<JobStatus> statuses) {
        return calls.read(overlay -> {
            Check.text("job type", type, 200);
            Check.present("job target", target);
            return JobSearch.newest(overlay, type, target, statuses("statuses", statuses), null) != null;
        });
    }

    @Override
    public Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        return calls.read(overlay -> {
            TargetBatch batch = TargetBatch.of(type, targets, statuses("statuses", statuses));
            return batch.targets().stream()
                    .filter(target -> JobSearch.newest(overlay, batch.type(), target, batch.statuses(), null) != null)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    @Override
    public Optional<JobStanding> explain(JobId id) {
        return calls.read(overlay -> {
            JobRow row = overlay.job(Check.present("job id", id));
            return row == null ? Optional.empty() : Optional.of(Waiting.explain(overlay, row));
        });
    }

    @Override
    public List<StageState> stages(JobId id) {
        return calls.read(overlay -> {
            JobRow row = overlay.job(Check.present("job id", id));
            return row == null ? List.of() : row.stages();
        });
    }

    @Override
    public boolean cancel(JobId id) {
        return calls.write(overlay -> {
            JobRow row = lock(overlay, id);
            if (row == null || row.status().finished()) {
                return false;
            }
            overlay.put(row.cancelled(overlay.now()));
            return true;
        });
    }

    @Override
    public RetryResult retry(JobId id, Set<JobStatus> blocking) {
        return calls.write(overlay ->
                JobCreation.retry(overlay, Check.present("job id", id), statuses("blocking statuses", blocking)));
    }

    @Override
    public boolean delete(JobId id) {
        return calls.write(overlay -> {
            JobRow row = lock(overlay, id);
            if (row == null) {
                return false;
            }
            overlay.lock(LockKey.analysis(id));
            overlay.put(new Row.JobGone(id));
            return true;
        });
    }

    @Override
    public int purge(JobPurge purge) {
        return calls.write(overlay -> Retention.purge(overlay, Check.present("job purge", purge)));
    }

    @Override
    public Sweep cancelAll(JobQuery query) {
        return calls.write(overlay -> Sweeping.cancel(overlay, Check.present("job query", query)));
    }

    @Override
    public Sweep retryAll(JobQuery query, Set<JobStatus> blocking) {
        return calls.write(overlay ->
                Sweeping.retry(overlay, Check.present("job query", query), statuses("blocking statuses", blocking)));
    }

    @Override
    public Sweep deleteAll(JobQuery query) {
        return calls.write(overlay -> Sweeping.delete(overlay, Check.present("job query", query)));
    }

    private static @Nullable JobRow lock(Overlay overlay, JobId id) {
        JobLocks.lock(overlay, Check.present("job id", id));
        return overlay.job(id);
    }

    private static Set<JobStatus> statuses(String field, Set<JobStatus> given) {
        for (JobStatus status : Check.present(field, given)) {
            Check.present("one of the " + field, status);
        }
        return given;
    }
}
