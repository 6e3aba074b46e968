package dev.reelstore.domain.job;

import dev.reelstore.domain.value.JsonDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What workers do: take jobs, hold them, and settle them. A stale claim changes nothing, and the answer says so.
 *
 * <p>Leases are kept in the store's time, one per worker process; no clock of a worker takes part. Atomic and safe as
 * {@link JobStore} is.
 */
public interface ClaimStore {

    /**
     * Claims jobs that are due: by priority, then {@code runAt}, then id; those that others hold or are just taking are
     * skipped, not waited for. While the store is kept from clearing away what has finished, as PostgreSQL is under an old
     * snapshot, a job that another process has just put in front of others may be passed over for a second.
     *
     * <p>Each claimed job is RUNNING, its attempt and fence one higher. The worker gets a lease of the requested length if
     * it has none that still holds, and what it claims is known from then on; an unexpired one is left as it is.
     *
     * @return at most {@code limit} claims, in that order; empty when nothing is due
     * @throws dev.reelstore.domain.failure.OutcomeUnknownException when the worker may have been given jobs that nobody
     *     knows of: it should claim no more under this identity, and be {@link #retire retired} when the others are done
     */
    List<Claim> claim(ClaimRequest request);

    /**
     * Renews the worker's lease, also one that has run out, and says which claims are lost. Progress that comes with it
     * is kept for the claims that are not. What the worker says of its duty is known while the lease holds.
     */
    Heartbeat heartbeat(HeartbeatRequest request);

    /** Keeps how far a stage has come; a stage that is new to the job is added. Its checkpoint stays. */
    Settlement progress(Claim claim, StageProgress progress);

    /**
     * Keeps from where a re-run of a stage resumes; a stage that is new to the job is added with weight 0 and percent 0.
     *
     * @param stage its name, 1 to 100 characters
     */
    Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint);

    /**
     * Ends the job as COMPLETED. A second settlement under the same claim is stale.
     *
     * @param result what to keep as its result, or null
     */
    Settlement complete(Claim claim, @Nullable JsonDocument result);

    /**
     * Ends many jobs as COMPLETED in one commit, each as {@link #complete} does: a claim that is stale, or named before in
     * the list, is stale alone.
     *
     * @return what became of each, in their order
     */
    List<Settlement> completeAll(List<Completion> completions);

    /**
     * How the job ended under this very claim: COMPLETED, or FAILED by its holder or a rescue. For whoever settled it and
     * did not hear what became of that; a job that was retried since shows nothing of it any more.
     *
     * @return empty where it has not ended, was cancelled, or ended under another claim
     */
    Optional<JobStatus> endedUnder(Claim claim);

    /** Ends the attempt: the job waits for its next one, or is FAILED when this was the last or no retry is wanted. */
    FailureSettlement fail(Claim claim, JobFailure failure);

    /** Gives the job back unworked: QUEUED as before the claim, and the attempt does not count. */
    Settlement release(Claim claim);

    /**
     * Frees the jobs of every worker whose lease has run out: they wait for their next attempt, or are FAILED when this
     * was their last. Waits for work that is being settled under such a claim at this moment. Nobody is rescued within
     * one lease of the store's own start, since no worker could have reported while it was down.
     */
    Rescue rescue();

    /**
     * Ends a worker's lease: the last call of a process that stops. What it still holds is released.
     *
     * @return how many jobs were released
     */
    int retire(WorkerId worker);
}
