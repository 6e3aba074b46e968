package dev.reelstore.domain.job;

import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stood when it was read. All times are the store's, to the microsecond.
 *
 * @param id its identity
 * @param type what is to be done
 * @param target what it works on
 * @param queue the queue it waits in
 * @param priority smaller goes first
 * @param runAt not claimed before; of a finished job, the last such time
 * @param parameters for its handler
 * @param maxAttempts after how many failed attempts it is FAILED
 * @param timeout how long one attempt may take, or null for no limit
 * @param source the media it works on, or null
 * @param createdAt when it was created
 * @param status where it is in its life
 * @param attempt how many attempts were begun, 0 before the first claim; a release takes its one back
 * @param attemptLimit the attempt whose failure is final: {@code maxAttempts}, plus the attempts begun before the last
 *     {@link JobStore#retry retry}
 * @param worker who holds it while RUNNING, else null
 * @param leaseUntil until when that worker's lease holds while RUNNING, else null
 * @param startedAt when the attempt that runs, or the last one of a finished job, was claimed; null while QUEUED
 * @param finishedAt when it ended, null before
 * @param result what its handler answered, of a COMPLETED job; may be null
 * @param error what its last failed attempt said, or null; kept while QUEUED for the next, gone when COMPLETED
 */
public record Job(
        JobId id,
        String type,
        Target target,
        String queue,
        int priority,
        Instant runAt,
        JsonDocument parameters,
        int maxAttempts,
        @Nullable Duration timeout,
        @Nullable MediaSource source,
        Instant createdAt,
        JobStatus status,
        int attempt,
        int attemptLimit,
        @Nullable WorkerId worker,
        @Nullable Instant leaseUntil,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonDocument result,
        @Nullable String error) {

    /** The longest error that is kept, in characters; longer ones are cut. */
    public static final int MAX_ERROR_LENGTH = 8_000;

    /** Whether a failure of the attempt that runs now is final. */
    public boolean lastAttempt() {
        return attempt >= attemptLimit;
    }
}
