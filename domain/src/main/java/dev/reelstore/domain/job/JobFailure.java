package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed, and when to try again.
 *
 * @param error for people; mended and cut to {@link Job#MAX_ERROR_LENGTH} characters, never refused
 * @param retryAfter the wait until the next attempt may begin, or null to give up for good
 */
public record JobFailure(String error, @Nullable Duration retryAfter) {

    private static final String UNSAID = "no reason given";

    /** @throws dev.reelstore.domain.failure.InvalidDataException when the wait is negative or absurd */
    public JobFailure {
        String fitting = Text.fit(error, Job.MAX_ERROR_LENGTH);
        error = fitting == null || fitting.isBlank() ? UNSAID : fitting;
        retryAfter = retryAfter == null ? null : Check.duration("retryAfter", retryAfter);
    }

    /** Try again after this wait, unless it was the last attempt. */
    public static JobFailure retryAfter(Duration wait, @Nullable String error) {
        return new JobFailure(error == null ? UNSAID : error, Check.duration("retryAfter", wait));
    }

    /** Give up, whatever attempts are left. */
    public static JobFailure forGood(@Nullable String error) {
        return new JobFailure(error == null ? UNSAID : error, null);
    }
}
