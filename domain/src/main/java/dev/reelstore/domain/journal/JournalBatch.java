package dev.reelstore.domain.journal;

import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Uuid7;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What a store writes to the journal at once: all of it or nothing.
 *
 * @param records by job, then by id, so that two calls which share some do not wait for each other crosswise
 * @param <N> what is written
 */
public record JournalBatch<N extends NewJournalRecord>(List<N> records) {

    /** Keeps a sorted copy of the list. */
    public JournalBatch {
        TreeSet<N> sorted = new TreeSet<>(Comparator.<N, JobId>comparing(NewJournalRecord::job)
                .thenComparing(NewJournalRecord::id, Uuid7::compare));
        for (N one : Check.present("journal records", records)) {
            if (!sorted.add(Check.present("one of the journal records", one))) {
                throw new StoreConflictException(
                        "id " + one.id() + " is named twice for job " + one.job() + ": each record needs its own",
                        Repeat.USELESS,
                        null);
            }
        }
        records = List.copyOf(sorted);
    }

    /** @throws StoreConflictException when an id is named twice for one job */
    public static <N extends NewJournalRecord> JournalBatch<N> of(Collection<N> records) {
        return new JournalBatch<>(Check.all("journal records", records));
    }

    /** The jobs, each once, sorted. */
    public List<JobId> jobs() {
        return records.stream().map(NewJournalRecord::job).distinct().toList();
    }

    /** The failure when one of the jobs is not there. */
    public static RecordNotFoundException missing(JobId job) {
        return new RecordNotFoundException("there is no job " + job + " to write to the journal of", null);
    }
}
