package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Jobs in PostgreSQL; safe from any thread where its scope is. */
final class PostgresJobStore implements JobStore {

    private final Scope scope;

    PostgresJobStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Job create(NewJob job) {
        NewJob given = Check.present("job", job);
        return scope.create(given)
                .map(created -> created.with(given))
                .orElseGet(() -> scope.<Job>write(
                        "create job",
                        session -> new JobCreation(session).repeated(given).job()));
    }

    @Override
    public int createAll(Collection<NewJob> jobs) {
        return scope.<Integer>write("create jobs", session -> new JobCreation(session).all(Check.all("jobs", jobs)));
    }

    @Override
    public CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking) {
        return scope.<CreateResult>write(
                "create job if absent",
                session -> new JobCreation(session)
                        .ifAbsent(Check.present("job", job), statuses("blocking statuses", blocking)));
    }

    @Override
    public Optional<Job> find(JobId id) {
        return scope.<Optional<Job>>read(
                "find job", session -> Optional.ofNullable(session.jobs().find(Check.present("job id", id))));
    }

    @Override
    public Job get(JobId id) {
        return scope.<Job>read("get job", session -> {
            Job job = session.jobs().find(Check.present("job id", id));
            if (job == null) {
                throw new RecordNotFoundException("there is no job " + id, null);
            }
            return job;
        });
    }

    @Override
    public JobPage list(JobQuery query) {
        return scope.<JobPage>read("list jobs", session -> {
            return page(session.jobs(), Check.present("job query", query));
        });
    }

    static JobPage page(JobMapper mapper, JobQuery query) {
        int limit = query.limit();
        List<Job> rows = mapper.list(JobListing.of(query));
        List<Job> jobs = rows.stream().limit(limit).toList();
        return new JobPage(jobs, rows.size() > limit ? JobCursor.after(jobs.get(limit - 1)) : null);
    }

    @Override
    public long count(JobFilter filter) {
        return countByStatus(filter).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public Map<JobStatus, Long> countByStatus(JobFilter filter) {
        return scope.<Map<JobStatus, Long>>read("count jobs", session -> {
            Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
            for (JobStatus status : JobStatus.values()) {
                counts.put(status, 0L);
            }
            JobListing listing = JobListing.of(Check.present("job filter", filter));
            JobMapper jobs = session.jobs();
            (listing.onlyOfLiveRows() ? jobs.countLive(listing) : jobs.countByStatus(listing))
                    .forEach(count -> counts.put(count.status(), count.jobs()));
            return counts;
        });
    }

    @Override
    public boolean exists(String type, Target target, Set<JobStatus> statuses) {
        return scope.<Boolean>read("look for job", session -> {
            NewJob checked = NewJob.of(type, target);
            return session.jobs()
                    .exists(TargetKey.of(checked.type(), checked.target()), statuses("statuses", statuses));
        });
    }

    @Override
    public Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        return scope.<Set<Target>>read("look for jobs", session -> {
            TargetBatch batch = TargetBatch.of(type, targets, statuses);
            return session.jobs().existing(new TargetKeys(batch)).stream()
                    .map(place -> batch.targets().get(place - 1))
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    @Override
    public Optional<JobStanding> explain(JobId id) {
        return scope.<Optional<JobStanding>>read("explain job", session -> {
            Job job = session.jobs().find(Check.present("job id", id));
            return job == null
                    ? Optional.empty()
                    : Optional.of(JobStanding.of(
                            job,
                            session.store().now(),
                            () -> session.jobs()
                                    .line(
                                            id,
                                            job.type(),
                                            job.queue(),
                                            job.priority(),
                                            job.runAt(),
                                            JobStanding.MOST_AHEAD)));
        });
    }

    @Override
    public List<StageState> stages(JobId id) {
        return scope.<List<StageState>>read(
                "list stages",
                session -> session.stages().list(Check.present("job id", id)).stream()
                        .map(StageRow::state)
                        .toList());
    }

    @Override
    public boolean cancel(JobId id) {
        return scope.<Boolean>write("cancel job", session -> session.jobs().cancel(Check.present("job id", id)) > 0);
    }

    @Override
    public RetryResult retry(JobId id, Set<JobStatus> blocking) {
        return scope.<RetryResult>write(
                "retry job",
                session -> new JobRetry(session)
                        .run(Check.present("job id", id), statuses("blocking statuses", blocking)));
    }

    @Override
    public boolean delete(JobId id) {
        return scope.<Boolean>write("delete job", session -> {
            session.jobs().lockLive(Check.present("job id", id));
            return session.jobs().delete(id) > 0;
        });
    }

    @Override
    public int purge(JobPurge purge) {
        return scope.<Integer>write("purge jobs", session -> {
            Check.present("job purge", purge);
            if (session.own()) {
                session.claims().preferIndexes();
            }
            int gone = session.jobs().purge(purge);
            session.jobs().sweepGates(purge.limit());
            return gone;
        });
    }

    @Override
    public Sweep cancelAll(JobQuery query) {
        return scope.<Sweep>write(
                "cancel jobs", session -> new JobSweep(session.jobs()).cancel(Check.present("job query", query)));
    }

    @Override
    public Sweep retryAll(JobQuery query, Set<JobStatus> blocking) {
        return scope.<Sweep>write("retry jobs", session -> {
            session.wakes().cameBack();
            return new JobSweep(session.jobs())
                    .retry(Check.present("job query", query), statuses("blocking statuses", blocking));
        });
    }

    @Override
    public Sweep deleteAll(JobQuery query) {
        return scope.<Sweep>write(
                "delete jobs", session -> new JobSweep(session.jobs()).delete(Check.present("job query", query)));
    }

    private static Set<JobStatus> statuses(String field, Set<JobStatus> given) {
        return Set.copyOf(Check.all(field, given));
    }
}
