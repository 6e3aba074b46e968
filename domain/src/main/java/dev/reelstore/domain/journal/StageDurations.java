package dev.reelstore.domain.journal;

import java.time.Duration;

/**
 * How long a stage took, over all its metrics that were asked for.
 *
 * @param stage which stage
 * @param count how many metrics there are, at least one
 * @param total their sum
 * @param shortest the least of them
 * @param longest the greatest of them
 */
public record StageDurations(String stage, long count, Duration total, Duration shortest, Duration longest) {

    /** The arithmetic mean. */
    public Duration average() {
        return total.dividedBy(count);
    }
}
