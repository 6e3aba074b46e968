package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One job in the hands of its handler. Safe from any thread.
 *
 * <p>The settling methods ({@code complete}, {@code fail}, {@code retryAfter}, {@code release}) take effect at most once
 * altogether, and answer STALE when they came too late: because the job was settled already, or because the claim is
 * lost. They wait for a store that is away for as long as {@link WorkerSettings#patience()} allows, repeating what was
 * not committed; a commit in doubt is repeated too, since the claim's guard lets it happen once. They are units of work
 * of their own and refuse with {@link IllegalStateException} to be part of one that the thread has open.
 */
public interface JobContext {

    /** The job as it was claimed. */
    Job job();

    /** The claim, for {@link dev.reelstore.domain.unit.UnitOfWork#under}. */
    Claim claim();

    /**
     * A stage of the job; the same one for the same name, with the latest weight.
     *
     * @param name 1 to 100 characters; {@link dev.reelstore.domain.job.Stages} has well-known ones
     * @param weight its share of the job against the other stages, 0 to 1,000,000
     * @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule
     */
    Stage stage(String name, int weight);

    /**
     * Calls back once when the work should end, with the first reason; at once, in this thread, when it should already.
     * The handler's thread is never interrupted. The callback should be quick; what it throws is logged.
     */
    void onStop(Consumer<StopReason> callback);

    /** Why the work should end, or empty while it should go on. */
    Optional<StopReason> stopReason();

    /** Whether the work should end. */
    default boolean stopped() {
        return stopReason().isPresent();
    }

    /** Completes the job without a result. */
    default Settlement complete() {
        return complete(JobOutput.NONE);
    }

    /** Completes the job and keeps this as its result; null for none. */
    default Settlement complete(@Nullable JsonDocument result) {
        return complete(JobOutput.NONE.result(result));
    }

    /**
     * Writes what the job has brought and completes it, in one commit. If the claim is lost, nothing is written. What
     * several handlers of a worker bring at once shares a commit, which takes a fraction of the work of commits of their
     * own; each waits for it, and none fails for another. A handler that has reported stages goes alone.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when a part of it belongs to another job
     * @throws dev.reelstore.domain.failure.StoreException when the store refuses a part of it, or stays away; nothing is
     *     written and the job is not settled then
     */
    Settlement complete(JobOutput output);

    /**
     * Does this and completes the job in one commit. If the claim is lost it does not run, and nothing changes.
     *
     * @throws E what it throws, after everything was rolled back; the job is not settled then
     */
    <E extends Exception> Settlement complete(Work.Action<E> effects) throws E;

    /** As {@link #complete(Work.Action)}; keeps what it answers as the job's result. */
    <E extends Exception> Settlement completeWith(Work<JsonDocument, E> effects) throws E;

    /** Ends the attempt: the job waits for its next one or is FAILED, as the failure says. */
    FailureSettlement fail(JobFailure failure);

    /** Ends the attempt as failed; the next one, if one is left, begins after this wait. */
    default FailureSettlement retryAfter(Duration wait, String error) {
        return fail(JobFailure.retryAfter(wait, error));
    }

    /** Gives the job back unworked, for anyone to take at once; the attempt does not count. */
    Settlement release();
}
