package dev.reelstore.adapter.postgres;

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

/** The journal in PostgreSQL; safe from any thread where its scope is. */
final class PostgresJournalStore implements JournalStore {

    private final Scope scope;

    PostgresJournalStore(Scope scope) {
        this.scope = scope;
    }

    @Override
    public int logAll(Collection<NewLogEntry> entries) {
        return scope.<Integer>write("log", session -> {
            List<NewLogEntry> records = JournalBatch.of(entries).records();
            if (records.size() == 1 && session.journal().logOne(records.get(0)) == 1) {
                return 1;
            }
            return records.isEmpty() ? 0 : added(session.journal().log(new NewLogEntries(records)));
        });
    }

    @Override
    public int measureAll(Collection<NewMetric> metrics) {
        return scope.<Integer>write("measure", session -> {
            List<NewMetric> records = JournalBatch.of(metrics).records();
            if (records.size() == 1 && session.journal().measureOne(records.get(0)) == 1) {
                return 1;
            }
            return records.isEmpty() ? 0 : added(session.journal().measure(new NewMetrics(records)));
        });
    }

    private static int added(Appended appended) {
        JobId missing = appended.missing();
        if (missing != null) {
            throw JournalBatch.missing(missing);
        }
        return appended.added();
    }

    @Override
    public JournalPage<LogEntry> entries(JournalQuery query, Set<LogStatus> statuses) {
        return scope.<JournalPage<LogEntry>>read("list log entries", session -> {
            JournalListing listing = JournalListing.of(
                    Check.present("journal query", query), Set.copyOf(Check.all("log statuses", statuses)));
            return JournalPage.of(session.journal().entries(listing), query.limit());
        });
    }

    @Override
    public List<LogEntry> latest(JobId job) {
        return scope.<List<LogEntry>>read(
                "list latest log entries", session -> session.journal().latest(Check.present("job id", job)));
    }

    @Override
    public JournalPage<Metric> metrics(JournalQuery query) {
        return scope.<JournalPage<Metric>>read("list metrics", session -> {
            JournalListing listing = JournalListing.of(Check.present("journal query", query), Set.of());
            return JournalPage.of(session.journal().metrics(listing), query.limit());
        });
    }

    @Override
    public List<StageDurations> durations(JournalFilter filter) {
        return scope.<List<StageDurations>>read(
                "sum up metrics",
                session ->
                        session.journal().durations(JournalListing.of(Check.present("journal filter", filter))).stream()
                                .map(StageDurationsRow::durations)
                                .toList());
    }

    @Override
    public int purge(Instant recordedBefore, int limit) {
        return scope.<Integer>write("purge journal", session -> {
            Instant before = Check.instant("recordedBefore", recordedBefore);
            int entries = session.journal().purgeLog(before, Check.range("limit", limit, 1, MAX_PURGE));
            return entries == limit ? limit : entries + session.journal().purgeMetrics(before, limit - entries);
        });
    }
}
