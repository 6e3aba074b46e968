package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalPage;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.JournalRecord;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.NewJournalRecord;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.journal.StageDurations;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The journal of the model. */
final class ModelJournal implements JournalStore {

    private final ModelStore store;
    private final Door door;

    ModelJournal(ModelStore store, Door door) {
        this.store = store;
        this.door = door;
    }

    @Override
    public int logAll(Collection<NewLogEntry> entries) {
        return door.write(state -> added(state, state.log, entries, this::recorded));
    }

    @Override
    public int measureAll(Collection<NewMetric> metrics) {
        return door.write(state -> added(
                state,
                state.metrics,
                metrics,
                one -> new Metric(one.id(), one.job(), one.stage(), one.duration(), store.now())));
    }

    private LogEntry recorded(NewLogEntry one) {
        return new LogEntry(
                one.id(),
                one.job(),
                one.stage(),
                one.status(),
                one.agent(),
                one.duration(),
                one.message(),
                one.error(),
                store.now());
    }

    private static <N extends NewJournalRecord, R extends JournalRecord> int added(
            State state, Map<State.RecordKey, R> table, Collection<N> records, Function<N, R> recorded) {
        int before = table.size();
        Set<State.RecordKey> named = new HashSet<>();
        Faults faults = new Faults();
        for (N one : records) {
            State.RecordKey key = new State.RecordKey(one.job(), one.id());
            faults.in(() -> refuse(named.add(key), state.jobs.containsKey(one.job())));
            table.putIfAbsent(key, recorded.apply(one));
        }
        faults.raise();
        return table.size() - before;
    }

    private static void refuse(boolean first, boolean there) {
        if (!first) {
            throw new StoreConflictException("an id is named twice", Repeat.USELESS, null);
        }
        if (!there) {
            throw new RecordNotFoundException("no such job", null);
        }
    }

    @Override
    public JournalPage<LogEntry> entries(JournalQuery query, Set<LogStatus> statuses) {
        return door.read(state -> RecordsFound.page(
                state,
                state.log.values().stream().filter(entry -> statuses.isEmpty() || statuses.contains(entry.status())),
                query));
    }

    @Override
    public List<LogEntry> latest(JobId job) {
        return door.read(state -> RecordsFound.latest(state, job));
    }

    @Override
    public JournalPage<Metric> metrics(JournalQuery query) {
        return door.read(state -> RecordsFound.page(state, state.metrics.values().stream(), query));
    }

    @Override
    public List<StageDurations> durations(JournalFilter filter) {
        return door.read(state -> RecordsFound.durations(state, filter));
    }

    @Override
    public int purge(Instant recordedBefore, int limit) {
        return door.write(state -> {
            Instant before = Check.instant("recordedBefore", recordedBefore);
            Check.range("limit", limit, 1, MAX_PURGE);
            int entries = purged(state.log, before, limit);
            return entries + purged(state.metrics, before, limit - entries);
        });
    }

    private static <R extends JournalRecord> int purged(Map<State.RecordKey, R> table, Instant before, int limit) {
        List<R> old = table.values().stream()
                .filter(one -> one.recordedAt().isBefore(before))
                .sorted(RecordsFound.BY_TIME)
                .limit(limit)
                .toList();
        old.forEach(one -> table.remove(new State.RecordKey(one.job(), one.id())));
        return old.size();
    }
}
