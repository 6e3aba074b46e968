package dev.reelstore.cli.report;

import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.StageDurations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of a job, as {@code --json} shows it; times in UTC. */
public record JournalView(List<EntryView> log, List<DurationView> durations) {

    /** An entry of the log. */
    public record EntryView(
            String stage,
            String status,
            String recordedAt,
            @Nullable Double durationSeconds,
            @Nullable String agent,
            @Nullable String message,
            @Nullable String error) {

        static EntryView of(LogEntry entry) {
            return new EntryView(
                    entry.stage(),
                    entry.status().name(),
                    entry.recordedAt().toString(),
                    QualityView.seconds(entry.duration()),
                    entry.agent(),
                    entry.message(),
                    entry.error());
        }
    }

    /** How long a stage took, each time that it was done. */
    public record DurationView(
            String stage, long count, double totalSeconds, double shortestSeconds, double longestSeconds) {

        static DurationView of(StageDurations durations) {
            return new DurationView(
                    durations.stage(),
                    durations.count(),
                    durations.total().toNanos() / 1e9,
                    durations.shortest().toNanos() / 1e9,
                    durations.longest().toNanos() / 1e9);
        }
    }

    /** What is shown of this journal. */
    public static JournalView of(Journal journal) {
        return new JournalView(
                journal.log().stream().map(EntryView::of).toList(),
                journal.durations().stream().map(DurationView::of).toList());
    }
}
