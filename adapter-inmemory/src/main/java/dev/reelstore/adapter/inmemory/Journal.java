package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalBatch;
import dev.reelstore.domain.journal.JournalRecord;
import dev.reelstore.domain.journal.NewJournalRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes to one kind of the journal's records. */
final class Journal {

    private Journal() {}

    /**
     * Adds what is not there yet. What it writes is locked, the jobs are not: many write to the journal of one at once.
     *
     * @param table where
     * @param recorded what becomes of one at this time
     */
    static <N extends NewJournalRecord, R extends JournalRecord> int add(
            Overlay overlay,
            JournalBatch<N> batch,
            Function<State, JournalTable<R>> table,
            BiFunction<N, Instant, R> recorded) {
        Instant now = overlay.now();
        List<R> records =
                batch.records().stream().map(one -> recorded.apply(one, now)).toList();
        records.forEach(one -> overlay.lock(LockKey.journal(JournalRow.key(one))));
        Map<JobId, JobFacts> owners = owners(overlay, batch.jobs());
        int added = 0;
        for (R one : records) {
            if (table.apply(overlay.view()).find(one.job(), one.id()) == null) {
                overlay.put(new JournalRow(owners.get(one.job()), one));
                added++;
            }
        }
        return added;
    }

    private static Map<JobId, JobFacts> owners(Overlay overlay, List<JobId> jobs) {
        Map<JobId, JobFacts> owners = new HashMap<>();
        for (JobId job : jobs) {
            JobRow row = overlay.job(job);
            if (row == null) {
                throw JournalBatch.missing(job);
            }
            owners.put(job, row.facts());
        }
        return owners;
    }

    /** Deletes the oldest, at most so many, passing over those that another deletes. */
    static <R extends JournalRecord> int purge(
            Overlay overlay, Function<State, JournalTable<R>> table, Instant before, int limit) {
        int gone = 0;
        for (R one : table.apply(overlay.view()).byTime().ascending(any -> true)) {
            if (gone == limit || !one.recordedAt().isBefore(before)) {
                break;
            }
            if (overlay.tryLock(LockKey.journal(JournalRow.key(one)))
                    && table.apply(overlay.view()).find(one.job(), one.id()) != null) {
                overlay.put(new JournalRow(null, one));
                gone++;
            }
        }
        return gone;
    }
}
