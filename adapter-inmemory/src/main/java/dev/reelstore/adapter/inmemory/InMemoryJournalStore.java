package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalBatch;
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
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The journal of one store or unit. As safe as the calls that it is given. */
final class InMemoryJournalStore implements JournalStore {

    private final Calls calls;

    InMemoryJournalStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public int logAll(Collection<NewLogEntry> entries) {
        return calls.write(
                overlay -> Journal.add(overlay, JournalBatch.of(entries), State::log, InMemoryJournalStore::recorded));
    }

    @Override
    public int measureAll(Collection<NewMetric> metrics) {
        return calls.write(overlay -> Journal.add(
                overlay,
                JournalBatch.of(metrics),
                State::metrics,
                (metric, now) -> new Metric(metric.id(), metric.job(), metric.stage(), metric.duration(), now)));
    }

    private static LogEntry recorded(NewLogEntry entry, Instant now) {
        return new LogEntry(
                entry.id(),
                entry.job(),
                entry.stage(),
                entry.status(),
                entry.agent(),
                entry.duration(),
                entry.message(),
                entry.error(),
                now);
    }

    @Override
    public JournalPage<LogEntry> entries(JournalQuery query, Set<LogStatus> statuses) {
        return calls.read(overlay -> {
            List<LogStatus> wanted = Check.all("log statuses", statuses);
            return JournalSearch.page(
                    overlay,
                    overlay.view().log(),
                    Check.present("journal query", query),
                    entry -> wanted.isEmpty() || wanted.contains(entry.status()));
        });
    }

    @Override
    public List<LogEntry> latest(JobId job) {
        return calls.read(overlay -> JournalSearch.latest(overlay.view().log(), Check.present("job id", job)));
    }

    @Override
    public JournalPage<Metric> metrics(JournalQuery query) {
        return calls.read(overlay -> JournalSearch.page(
                overlay, overlay.view().metrics(), Check.present("journal query", query), any -> true));
    }

    @Override
    public List<StageDurations> durations(JournalFilter filter) {
        return calls.read(overlay ->
                JournalSearch.durations(overlay, overlay.view().metrics(), Check.present("journal filter", filter)));
    }

    @Override
    public int purge(Instant recordedBefore, int limit) {
        return calls.write(overlay -> {
            Instant before = Check.instant("recordedBefore", recordedBefore);
            int entries = Journal.purge(overlay, State::log, before, Check.range("limit", limit, 1, MAX_PURGE));
            return entries + Journal.purge(overlay, State::metrics, before, limit - entries);
        });
    }
}
