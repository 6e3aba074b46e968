package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that make jobs, and what has to be done so that workers learn of them. */
final class JobInserts {

    private JobInserts() {}

    /** The job, or nothing where its id is there already. */
    static Optional<CreatedJob> one(Session session, NewJob job) {
        boolean inside = session.wakes().inside();
        CreatedJob created = session.jobs().insertOne(NewJobRow.of(job, inside));
        if (created != null && created.due()) {
            if (!inside) {
                session.wakes().afterCommit(Set.of(job.queue()));
            }
            came(session, job, created);
        }
        return Optional.ofNullable(created);
    }

    /** Those whose ids were not there. The ids must differ. */
    static List<CreatedJob> many(Session session, List<NewJob> jobs) {
        boolean inside = session.wakes().inside();
        List<CreatedJob> created = session.jobs().insert(new NewJobs(jobs, inside));
        if (created.stream().anyMatch(CreatedJob::due)) {
            tell(session, inside, jobs, created);
        }
        return created;
    }

    private static void tell(Session session, boolean inside, List<NewJob> jobs, List<CreatedJob> created) {
        if (!inside) {
            session.wakes().afterCommit(jobs.stream().map(NewJob::queue).collect(Collectors.toSet()));
        }
        Map<JobId, CreatedJob> made = created.stream().collect(Collectors.toMap(CreatedJob::id, Function.identity()));
        for (NewJob job : jobs) {
            CreatedJob one = made.get(job.id());
            if (one != null && one.due()) {
                came(session, job, one);
            }
        }
    }

    /** One stands in its queue. */
    static void came(Session session, NewJob job, CreatedJob created) {
        session.wakes().came(job.queue(), new QueuePlace(job.priority(), created.runAt(), created.id()));
    }
}
