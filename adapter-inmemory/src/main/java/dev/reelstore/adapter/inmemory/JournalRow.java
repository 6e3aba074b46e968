package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalRecord;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.Metric;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the journal that was written or purged. It is not there where its job is gone meanwhile, or is another
 * under the same id: who deletes a job need not wait for those who write to its journal.
 *
 * @param owner the job that it was written for; null when it was purged
 * @param record what was written
 */
record JournalRow(@Nullable JobFacts owner, JournalRecord record) implements Row {

    /**
     * The identity of a record.
     *
     * @param kind its class
     * @param job its job
     * @param id its id
     */
    record Key(Class<?> kind, JobId job, UUID id) {}

    static Key key(JournalRecord record) {
        return new Key(record.getClass(), record.job(), record.id());
    }

    @Override
    public Object key() {
        return key(record);
    }

    @Override
    public State onto(State state) {
        JobRow job = state.jobs().find(record.job());
        if (owner != null && (job == null || job.facts() != owner)) {
            return state;
        }
        if (record instanceof LogEntry entry) {
            return state.log(changed(state.log(), entry));
        }
        return record instanceof Metric metric ? state.metrics(changed(state.metrics(), metric)) : state;
    }

    private <R extends JournalRecord> JournalTable<R> changed(JournalTable<R> table, R one) {
        return owner == null ? table.without(one) : table.with(one);
    }
}
