package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.NewJob;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that make jobs, and what has to be done so that workers learn of them. */
final class JobInserts {

    private JobInserts() {}

    /** The job, or nothing where its id is there already. */
    static Optional<CreatedJob> one(Session session, NewJob job) {
        boolean inside = session.wakes().inside();
        CreatedJob created = session.jobs().insertOne(NewJobRow.of(job, inside));
        if (created != null && !inside && created.due()) {
            session.wakes().afterCommit(Set.of(job.queue()));
        }
        return Optional.ofNullable(created);
    }

    /** Those whose ids were not there. The ids must differ. */
    static List<CreatedJob> many(Session session, List<NewJob> jobs) {
        boolean inside = session.wakes().inside();
        List<CreatedJob> created = session.jobs().insert(new NewJobs(jobs, inside));
        if (!inside && created.stream().anyMatch(CreatedJob::due)) {
            session.wakes().afterCommit(jobs.stream().map(NewJob::queue).collect(Collectors.toSet()));
        }
        return created;
    }
}
