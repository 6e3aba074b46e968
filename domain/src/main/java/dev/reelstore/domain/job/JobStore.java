package dev.reelstore.domain.job;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of a pipeline: making, finding and ending them. What a worker does with a claim is in {@link ClaimStore}.
 *
 * <p>Each call is atomic: its own unit of work when called outside one, part of the unit when called on its stores.
 * Safe from any thread outside units. Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; only
 * those that are particular to it are named.
 */
public interface JobStore {

    /** The most targets that one call of {@link #existing} takes. */
    int MAX_TARGETS = 10_000;

    /**
     * Creates a job, whatever others there are for its target. Repeating it is harmless: where the id is there already,
     * with the same type and target, the job is answered as it is now.
     *
     * @throws dev.reelstore.domain.failure.StoreConflictException when the id belongs to a job of another type or target
     */
    Job create(NewJob job);

    /**
     * Creates all of these jobs or none; those that are there already count as {@link #create} says.
     *
     * @return how many were new
     * @throws dev.reelstore.domain.failure.StoreConflictException as for {@link #create}; also when an id is named twice
     */
    int createAll(Collection<NewJob> jobs);

    /**
     * Creates a job unless another with its type and target is in one of the blocking statuses. Of any number of racing
     * callers, in any processes and at every isolation level, exactly one creates and all others get the newest job that
     * blocks (the last created, then the greatest id). A plain {@link #create} takes no part in the race. A repeat with
     * an id that is there already answers that job, not created.
     *
     * @param blocking statuses that block; empty for any
     * @throws dev.reelstore.domain.failure.StoreConflictException as for {@link #create}
     */
    CreateResult createIfAbsent(NewJob job, Set<JobStatus> blocking);

    /** The job, or empty where there is none. */
    Optional<Job> find(JobId id);

    /**
     * The job.
     *
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is none
     */
    Job get(JobId id);

    /** One page of jobs, by keyset: each page costs the same. */
    JobPage list(JobQuery query);

    /** How many jobs there are of this kind. */
    long count(JobFilter filter);

    /** How many jobs of this kind there are in each status; every status is a key. */
    Map<JobStatus, Long> countByStatus(JobFilter filter);

    /**
     * Whether there is a job of this type and target in one of these statuses. Someone may create one right afterwards:
     * {@link #createIfAbsent} is what to build on.
     *
     * @param statuses empty for any
     */
    boolean exists(String type, Target target, Set<JobStatus> statuses);

    /**
     * Which of these targets have a job of this type in one of these statuses, in one query. As with {@link #exists},
     * someone may create one right afterwards.
     *
     * @param targets at most {@value #MAX_TARGETS}; twice the same is one
     * @param statuses empty for any
     */
    Set<Target> existing(String type, Collection<Target> targets, Set<JobStatus> statuses);

    /** Why a job stands where it stands, or empty where there is none: what to ask when one seems stuck. */
    Optional<JobStanding> explain(JobId id);

    /** The stages of a job in the order in which they were first written; empty when there are none or no such job. */
    List<StageState> stages(JobId id);

    /**
     * Ends a QUEUED or RUNNING job as CANCELLED, at once; the handler of a running one learns it at its next heartbeat.
     *
     * @return whether it changed: false when there is no such job or it is finished
     */
    boolean cancel(JobId id);

    /**
     * Puts a FAILED or CANCELLED job back into its queue, due at once, under the same id; its attempts go on counting
     * and {@code maxAttempts} more are allowed. Races with {@link #createIfAbsent} and other retries for the same type
     * and target are decided as there.
     *
     * @param blocking statuses in which another job of the same type and target blocks; empty for none
     */
    RetryResult retry(JobId id, Set<JobStatus> blocking);

    /**
     * Deletes a job in any status with all that hangs on it; a claim on it is stale from then on.
     *
     * @return whether it was there
     */
    boolean delete(JobId id);

    /**
     * Deletes finished jobs by their age, those that finished first before others (of those that finished at one moment,
     * any), each with all that hangs on it. Jobs that another purges, retries or writes to just now are passed over. Made
     * to be called again until it answers less than its limit; several may do so at once.
     *
     * @return how many went
     */
    int purge(JobPurge purge);

    /**
     * Cancels those jobs of one page that are QUEUED or RUNNING, all or none, each as {@link #cancel} does. Others are
     * not counted in the page. A job that left the filter meanwhile, such as a QUEUED one that was just claimed, stays.
     */
    Sweep cancelAll(JobQuery query);

    /**
     * Retries those jobs of one page that are FAILED or CANCELLED, all or none and in their order, each as {@link #retry}
     * does. Others are not counted in the page; those that another job blocks, which may be one before it, stay.
     *
     * @param blocking statuses in which another job of the same type and target blocks; empty for none
     */
    Sweep retryAll(JobQuery query, Set<JobStatus> blocking);

    /** Deletes the jobs of one page, all or none, each as {@link #delete} does. One that left the filter stays. */
    Sweep deleteAll(JobQuery query);
}
