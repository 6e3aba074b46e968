package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * All jobs with their indexes. Only {@code byId} has the rows as they are: what the other trees hold leads to an id.
 *
 * @param byId every job
 * @param byCreation every job, the first created first
 * @param byTarget every job, those of one target together
 * @param lanes the QUEUED ones
 * @param running the RUNNING ones, those of one worker together
 */
record JobTable(
        Tree<JobRow> byId, Tree<JobFacts> byCreation, Tree<JobFacts> byTarget, Tree<Lane> lanes, Tree<JobRow> running) {

    static final JobTable EMPTY = new JobTable(
            Tree.sortedBy(Comparator.comparing(JobRow::id)),
            Tree.sortedBy(JobFacts.BY_CREATION),
            Tree.sortedBy(JobFacts.BY_TARGET),
            Tree.sortedBy(Lane.ORDER),
            Tree.sortedBy(Comparator.comparing(JobTable::worker).thenComparing(JobRow::id)));

    @Nullable
    JobRow find(JobId id) {
        return byId.find(row -> row.id().compareTo(id));
    }

    /** The jobs of one target, the last created first. */
    Iterable<JobFacts> newestOn(Target target) {
        return byTarget.descending(facts -> JobFacts.compare(facts.asked().target(), target) <= 0);
    }

    /** The jobs that a worker holds, by id; then those of others. */
    Iterable<JobRow> runningFrom(WorkerId worker) {
        return running.ascending(row -> worker(row).compareTo(worker) >= 0);
    }

    /** The first worker after this one that holds a job, or null. */
    @Nullable
    WorkerId workerAfter(@Nullable WorkerId before) {
        JobRow first = running.first(row -> before == null || worker(row).compareTo(before) > 0);
        return first == null ? null : worker(first);
    }

    JobTable with(JobRow row) {
        JobRow old = find(row.id());
        Tree<JobFacts> created = byCreation;
        Tree<JobFacts> targets = byTarget;
        if (old == null || old.facts() != row.facts()) {
            JobTable rest = old == null ? this : without(row.id());
            created = rest.byCreation.with(row.facts());
            targets = rest.byTarget.with(row.facts());
        }
        return new JobTable(byId.with(row), created, targets, lanes(old, row), running(old, row));
    }

    JobTable without(JobId id) {
        JobRow old = find(id);
        if (old == null) {
            return this;
        }
        return new JobTable(
                byId.without(old),
                byCreation.without(old.facts()),
                byTarget.without(old.facts()),
                lanes(old, null),
                running(old, null));
    }

    private Tree<Lane> lanes(@Nullable JobRow old, @Nullable JobRow row) {
        Tree<Lane> changed = lanes;
        if (old != null && old.status() == JobStatus.QUEUED) {
            changed = Lane.without(changed, old);
        }
        return row != null && row.status() == JobStatus.QUEUED ? Lane.with(changed, row) : changed;
    }

    private Tree<JobRow> running(@Nullable JobRow old, @Nullable JobRow row) {
        JobRow was = old != null && old.running() ? old : null;
        JobRow is = row != null && row.running() ? row : null;
        if (was != null && is != null && worker(was).equals(worker(is))) {
            return running;
        }
        Tree<JobRow> changed = was == null ? running : running.without(was);
        return is == null ? changed : changed.with(is);
    }

    private static WorkerId worker(JobRow row) {
        return row.held().worker();
    }
}
