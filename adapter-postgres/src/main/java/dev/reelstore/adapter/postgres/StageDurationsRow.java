package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.journal.StageDurations;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The durations of a stage as the statement answers them; a sum of microseconds alone could exceed a long. */
record StageDurationsRow(
        String stage, long metrics, long totalSeconds, long totalMicros, Duration shortest, Duration longest) {

    StageDurations durations() {
        Duration total = Duration.ofSeconds(totalSeconds).plus(totalMicros, ChronoUnit.MICROS);
        return new StageDurations(stage, metrics, total, shortest, longest);
    }
}
