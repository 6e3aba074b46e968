package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds jobs by what they are, in the order of their creation. */
final class JobSearch {

    private JobSearch() {}

    static JobPage page(Overlay overlay, JobQuery query) {
        JobFilter filter = query.filter();
        List<Job> jobs = new ArrayList<>();
        for (JobFacts facts : candidates(overlay.view().jobs(), filter, query)) {
            if (outOfReach(facts, filter, query.newestFirst())) {
                break;
            }
            JobRow row = matching(overlay, facts, filter);
            if (row != null && jobs.size() == query.limit()) {
                return new JobPage(jobs, JobCursor.after(jobs.get(jobs.size() - 1)));
            }
            if (row != null) {
                jobs.add(overlay.toJob(row));
            }
        }
        return new JobPage(jobs, null);
    }

    static long count(Overlay overlay, JobFilter filter) {
        return filter.equals(JobFilter.all())
                ? overlay.view().jobs().byId().size()
                : countByStatus(overlay, filter).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    static Map<JobStatus, Long> countByStatus(Overlay overlay, JobFilter filter) {
        Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
        for (JobStatus status : JobStatus.values()) {
            counts.put(status, 0L);
        }
        for (JobFacts facts : candidates(overlay.view().jobs(), filter, JobQuery.oldestFirst(filter))) {
            if (outOfReach(facts, filter, false)) {
                break;
            }
            JobRow row = matching(overlay, facts, filter);
            if (row != null) {
                counts.merge(row.status(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /**
     * The last created job of this type and target, or null.
     *
     * @param statuses in one of these; empty for any
     * @param except not this one
     */
    static @Nullable JobRow newest(
            Overlay overlay, String type, Target target, Set<JobStatus> statuses, @Nullable JobId except) {
        for (JobFacts facts : overlay.view().jobs().newestOn(target)) {
            if (!facts.asked().target().equals(target)) {
                return null;
            }
            if (facts.asked().type().equals(type) && !facts.id().equals(except)) {
                JobRow row = overlay.job(facts.id());
                if (row != null && (statuses.isEmpty() || statuses.contains(row.status()))) {
                    return row;
                }
            }
        }
        return null;
    }

    /** Where the search begins, in the index that leads there fastest. */
    private static Iterable<JobFacts> candidates(JobTable jobs, JobFilter filter, JobQuery query) {
        Target target = filter.target();
        Predicate<JobFacts> inside = query.newestFirst()
                ? facts -> notTooNew(facts, filter, query.after())
                : facts -> notTooOld(facts, filter, query.after());
        if (target == null) {
            return query.newestFirst()
                    ? jobs.byCreation().descending(inside)
                    : jobs.byCreation().ascending(inside);
        }
        return query.newestFirst()
                ? jobs.byTarget().descending(facts -> {
                    int side = JobFacts.compare(facts.asked().target(), target);
                    return side < 0 || (side == 0 && inside.test(facts));
                })
                : jobs.byTarget().ascending(facts -> {
                    int side = JobFacts.compare(facts.asked().target(), target);
                    return side > 0 || (side == 0 && inside.test(facts));
                });
    }

    private static boolean notTooOld(JobFacts facts, JobFilter filter, @Nullable JobCursor after) {
        Instant from = filter.createdFrom();
        return (from == null || !facts.createdAt().isBefore(from))
                && (after == null || facts.compareCreation(after.createdAt(), after.id()) > 0);
    }

    private static boolean notTooNew(JobFacts facts, JobFilter filter, @Nullable JobCursor after) {
        Instant before = filter.createdBefore();
        return (before == null || facts.createdAt().isBefore(before))
                && (after == null || facts.compareCreation(after.createdAt(), after.id()) < 0);
    }

    /** Whether neither this job nor any that comes after it can match. */
    private static boolean outOfReach(JobFacts facts, JobFilter filter, boolean newestFirst) {
        Target target = filter.target();
        return (target != null && !facts.asked().target().equals(target))
                || !(newestFirst ? notTooOld(facts, filter, null) : notTooNew(facts, filter, null));
    }

    /** The job as it is now if it is of this kind, whenever it was created; else null. */
    static @Nullable JobRow matching(Overlay overlay, JobFacts facts, JobFilter filter) {
        if ((filter.type() != null && !facts.asked().type().equals(filter.type()))
                || (filter.queue() != null && !facts.asked().queue().equals(filter.queue()))) {
            return null;
        }
        JobRow row = overlay.job(facts.id());
        return row != null && (filter.statuses().isEmpty() || filter.statuses().contains(row.status())) ? row : null;
    }
}
