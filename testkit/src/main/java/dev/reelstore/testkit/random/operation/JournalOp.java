package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Writes and reads the journal. */
public sealed interface JournalOp extends Op {

    /** Writes one entry. */
    record Log(NewLogEntry entry) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().log(entry);
        }
    }

    /** Writes entries in one step. */
    record LogAll(List<NewLogEntry> entries) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().logAll(entries);
        }
    }

    /** Writes one metric. */
    record Measure(NewMetric metric) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().measure(metric);
        }
    }

    /** Writes metrics in one step. */
    record MeasureAll(List<NewMetric> metrics) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().measureAll(metrics);
        }
    }

    /** Reads a page of entries. */
    record Entries(JournalQuery query, Set<LogStatus> statuses) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().entries(query, statuses);
        }
    }

    /** Reads the last entries of the stages of a job. */
    record Latest(JobId job) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().latest(job);
        }
    }

    /** Reads a page of metrics. */
    record Metrics(JournalQuery query) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().metrics(query);
        }
    }

    /** Sums up metrics. */
    record Durations(JournalFilter filter) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().durations(filter);
        }
    }

    /** Deletes records by their age. */
    record Purge(Instant recordedBefore, int limit) implements JournalOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().journal().purge(recordedBefore, limit);
        }
    }
}
