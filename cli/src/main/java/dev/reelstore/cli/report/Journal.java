package dev.reelstore.cli.report;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalCursor;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalPage;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.StageDurations;
import dev.reelstore.domain.unit.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the journal has of a job.
 *
 * @param log what was written, the oldest first
 * @param durations how long its stages took
 */
public record Journal(List<LogEntry> log, List<StageDurations> durations) {

    /** Reads it from the store. */
    public static Journal of(Stores stores, JobId job) {
        JournalFilter filter = JournalFilter.of(job);
        List<LogEntry> log = new ArrayList<>();
        JournalCursor next = null;
        do {
            JournalPage<LogEntry> page = stores.journal()
                    .entries(
                            JournalQuery.oldestFirst(filter)
                                    .limit(JournalQuery.MAX_LIMIT)
                                    .after(next),
                            Set.of());
            log.addAll(page.records());
            next = page.next();
        } while (next != null);
        return new Journal(log, stores.journal().durations(filter));
    }

    /** How long a stage took in all; null where that was not measured. */
    @Nullable
    Duration took(String stage) {
        return durations.stream()
                .filter(each -> each.stage().equals(stage))
                .map(StageDurations::total)
                .findFirst()
                .orElse(null);
    }
}
