package dev.reelstore.application.retry;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalPage;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.journal.StageDurations;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A journal whose stand-alone calls are repeated. As safe from threads as what it decorates. */
final class RetryingJournalStore implements JournalStore {

    private final JournalStore journal;
    private final Calls calls;

    RetryingJournalStore(JournalStore journal, Calls calls) {
        this.journal = journal;
        this.calls = calls;
    }

    @Override
    public int logAll(Collection<NewLogEntry> entries) {
        return calls.call("journal.logAll", () -> journal.logAll(entries));
    }

    @Override
    public int measureAll(Collection<NewMetric> metrics) {
        return calls.call("journal.measureAll", () -> journal.measureAll(metrics));
    }

    @Override
    public JournalPage<LogEntry> entries(JournalQuery query, Set<LogStatus> statuses) {
        return calls.call("journal.entries", () -> journal.entries(query, statuses));
    }

    @Override
    public List<LogEntry> latest(JobId job) {
        return calls.call("journal.latest", () -> journal.latest(job));
    }

    @Override
    public JournalPage<Metric> metrics(JournalQuery query) {
        return calls.call("journal.metrics", () -> journal.metrics(query));
    }

    @Override
    public List<StageDurations> durations(JournalFilter filter) {
        return calls.call("journal.durations", () -> journal.durations(filter));
    }

    @Override
    public int purge(Instant recordedBefore, int limit) {
        return calls.call("journal.purge", () -> journal.purge(recordedBefore, limit));
    }
}
