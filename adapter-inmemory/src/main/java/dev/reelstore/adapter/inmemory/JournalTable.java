package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalRecord;
import dev.reelstore.domain.value.Uuid7;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of the journal's records with its indexes.
 *
 * @param byJob every record, those of one job together, by id
 * @param byTime every record, the first recorded first
 * @param <R> the kind
 */
record JournalTable<R extends JournalRecord>(Tree<R> byJob, Tree<R> byTime) {

    /** The order of lists. */
    static final Comparator<JournalRecord> BY_TIME = Comparator.comparing(JournalRecord::recordedAt)
            .thenComparing(JournalRecord::id, Uuid7::compare)
            .thenComparing(JournalRecord::job);

    private static final Comparator<JournalRecord> BY_JOB =
            Comparator.comparing(JournalRecord::job).thenComparing(JournalRecord::id, Uuid7::compare);

    static <R extends JournalRecord> JournalTable<R> empty() {
        return new JournalTable<>(Tree.sortedBy(BY_JOB::compare), Tree.sortedBy(BY_TIME::compare));
    }

    @Nullable
    R find(JobId job, UUID id) {
        return byJob.find(one -> {
            int jobs = one.job().compareTo(job);
            return jobs != 0 ? jobs : Uuid7.compare(one.id(), id);
        });
    }

    /** The records of one job, by id. */
    List<R> of(JobId job) {
        List<R> found = new ArrayList<>();
        for (R one : byJob.ascending(candidate -> candidate.job().compareTo(job) >= 0)) {
            if (!one.job().equals(job)) {
                break;
            }
            found.add(one);
        }
        return found;
    }

    JournalTable<R> with(R one) {
        return new JournalTable<>(byJob.with(one), byTime.with(one));
    }

    JournalTable<R> without(R one) {
        return new JournalTable<>(byJob.without(one), byTime.without(one));
    }

    JournalTable<R> without(JobId job) {
        JournalTable<R> rest = this;
        for (R one : of(job)) {
            rest = rest.without(one);
        }
        return rest;
    }
}
