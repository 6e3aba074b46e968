package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes jobs inside one transaction. What a caller can expect to be in the way is found without raising. */
final class JobCreation {

    private static final int AT_ONCE = 100;

    private final Session session;
    private final JobMapper jobs;

    JobCreation(Session session) {
        this.session = session;
        this.jobs = session.jobs();
    }

    /** The job that has this id already, where it is the same. */
    CreateResult repeated(NewJob job) {
        Job there = jobs.find(job.id());
        if (there != null) {
            return existing(there, job);
        }
        // Committed since by a plain INSERT and deleted again since: as good as an attempt that met nobody.
        throw new StoreConflictException("job " + job.id() + " came and went meanwhile", Repeat.SAFE, null);
    }

    int all(Collection<NewJob> given) {
        List<NewJob> sorted =
                given.stream().sorted(Comparator.comparing(NewJob::id)).toList();
        refuseTwins(sorted);
        if (sorted.size() > AT_ONCE && new JobCopy(session).created(sorted)) {
            return sorted.size();
        }
        int created = 0;
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            created += some(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)));
        }
        return created;
    }

    /**
     * The first look takes no lock, for the many who come too late anyway. The second one is a statement of its own
     * behind the gate: only so does it see what the last one through the gate did.
     */
    CreateResult ifAbsent(NewJob job, Set<JobStatus> blocking) {
        TargetKey target = TargetKey.of(job.type(), job.target());
        Job repeated = jobs.find(job.id());
        if (repeated != null) {
            return existing(repeated, job);
        }
        Job blocks = jobs.newestBlocking(target, blocking, null);
        if (blocks == null) {
            jobs.enterGate(target);
            blocks = jobs.newestBlocking(target, blocking, null);
        }
        if (blocks != null) {
            return new CreateResult(blocks, false);
        }
        return JobInserts.one(session, job)
                .map(created -> new CreateResult(created.with(job), true))
                .orElseGet(() -> repeated(job));
    }

    private int some(List<NewJob> batch) {
        int known = refuseForeign(batch);
        int created = JobInserts.many(session, batch).size();
        if (created + known < batch.size()) {
            refuseForeign(batch);
        }
        return created;
    }

    private static CreateResult existing(Job there, NewJob job) {
        if (!there.type().equals(job.type()) || !there.target().equals(job.target())) {
            throw foreign(job, there.type(), there.target());
        }
        return new CreateResult(there, false);
    }

    /** How many of them are there already. */
    private int refuseForeign(List<NewJob> batch) {
        Map<JobId, NewJob> byId = batch.stream().collect(Collectors.toMap(NewJob::id, Function.identity()));
        List<JobOwner> owners = jobs.owners(List.copyOf(byId.keySet()));
        for (JobOwner owner : owners) {
            NewJob job = byId.get(owner.id());
            if (job != null && !owner.owns(job)) {
                throw foreign(job, owner.type(), new Target(owner.targetType(), owner.targetId()));
            }
        }
        return owners.size();
    }

    private static void refuseTwins(List<NewJob> sorted) {
        Set<JobId> ids = new HashSet<>();
        for (NewJob job : sorted) {
            if (!ids.add(job.id())) {
                throw new StoreConflictException(
                        "job id " + job.id() + " is named twice: each job needs its own", Repeat.USELESS, null);
            }
        }
    }

    private static StoreConflictException foreign(NewJob job, String type, Target target) {
        return new StoreConflictException(
                "job id " + job.id() + " belongs to a job of type " + type + " on " + target + ", not " + job.type()
                        + " on " + job.target() + ": use a new id",
                Repeat.USELESS,
                null);
    }
}
