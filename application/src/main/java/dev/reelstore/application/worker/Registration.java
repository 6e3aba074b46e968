package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.retry.RetryPolicy;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a worker knows of one type of job.
 *
 * @param handler does the work
 * @param retry when, and how often at most, a failed attempt is followed by another
 */
record Registration(JobHandler handler, RetryPolicy retry) {

    /** What to keep of an attempt that ended so. */
    JobFailure failure(Job job, Throwable thrown) {
        return thrown instanceof PermanentFailureException
                ? JobFailure.forGood(thrown.getMessage())
                : failure(job, describe(thrown));
    }

    /** What to keep of a failed attempt that another may follow. */
    JobFailure failure(Job job, @Nullable String error) {
        int failed = attemptsSinceRetry(job);
        return failed > retry.retries()
                ? JobFailure.forGood(error)
                : JobFailure.retryAfter(retry.delay(failed, ThreadLocalRandom.current()), error);
    }

    /** A retry by request allows all attempts once more, and begins the back-off anew. */
    private static int attemptsSinceRetry(Job job) {
        return Math.max(1, job.attempt() - (job.attemptLimit() - job.maxAttempts()));
    }

    /** An exception may even fail to describe itself. */
    private static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException unspeakable) {
            return thrown.getClass().getName();
        }
    }
}
