package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was found in the media of jobs. It goes when its job is deleted. Whether the job is worked on makes no difference;
 * a worker that may have lost its claim writes in {@link dev.reelstore.domain.unit.UnitOfWork#under}.
 *
 * <p>Each call is atomic: its own unit of work when called outside one, part of the unit when called on its stores.
 * Safe from any thread outside units. Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; only
 * those that are particular to it are named.
 */
public interface AnalysisStore {

    /**
     * Keeps all of these or none, of any kinds and jobs, thousands at once. Repeating it is harmless: where an id is there
     * already among its kind in the same job, what is there stays as it is.
     *
     * @return how many were new
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such job
     * @throws dev.reelstore.domain.failure.StoreConflictException when an id belongs to a finding in another job, or is
     *     named twice for one kind
     */
    int add(Collection<? extends Finding> findings);

    /**
     * Keeps these instead of all findings of their kind in the job, in one step that no reader sees half done. Two calls
     * for one job take turns: what the later one gave is what is there (at READ COMMITTED, the default).
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when one of them is in another job
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such job
     * @throws dev.reelstore.domain.failure.StoreConflictException as for {@link #add}
     */
    <F extends Finding> void replace(JobId job, FindingKind<F> kind, Collection<F> findings);

    /**
     * Deletes all findings of this kind in the job.
     *
     * @return how many there were; 0 also where there is no such job
     */
    int delete(JobId job, FindingKind<?> kind);

    /** The findings that are asked for; empty where there are none or no such job. */
    <F extends Finding> List<F> list(FindingQuery<F> query);

    /** How many findings there are, whatever the limit of the query; 0 where there is no such job. */
    long count(FindingQuery<?> query);

    /**
     * Keeps the layout of a job, instead of the one that was there.
     *
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is no such job
     */
    void putLayout(Layout layout);

    /** The layout of a job, or empty where there is none or no such job. */
    Optional<Layout> findLayout(JobId job);

    /** A job with its clips as they were at one moment, or empty where there is no such job. */
    Optional<JobWithClips> findJobWithClips(JobId job);

    /** A page of jobs, each with the number of its highlights at that moment. */
    List<HighlightCount> listHighlightCounts(JobQuery query);
}
