package dev.reelstore.domain.job;

/** The answer to a request to try a finished job again. */
public sealed interface RetryResult {

    /**
     * It waits in its queue again, under the same id.
     *
     * @param job the job as it is now
     */
    record Requeued(Job job) implements RetryResult {}

    /**
     * Another job of the same type and target is in one of the blocking statuses; nothing changed.
     *
     * @param by the newest job that blocks
     */
    record Blocked(Job by) implements RetryResult {}

    /**
     * It is neither FAILED nor CANCELLED; nothing changed.
     *
     * @param job the job as it is
     */
    record NotRetryable(Job job) implements RetryResult {}

    /** There is no such job. */
    record Missing() implements RetryResult {}
}
