package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that one unit of work wrote, each as it is now, and the way back. For one thread. */
final class OwnWrites {

    private final Map<Object, Row> rows = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private record Step(Object key, @Nullable Row before) {}

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Nullable
    Row find(Object key) {
        return rows.get(key);
    }

    void put(Row row) {
        Object key = row.key();
        steps.add(new Step(key, rows.put(key, row)));
    }

    /** A point to which {@link #rollbackTo} leads back. */
    int savepoint() {
        return steps.size();
    }

    void rollbackTo(int savepoint) {
        for (int last = steps.size() - 1; last >= savepoint; last--) {
            Step step = steps.remove(last);
            if (step.before() == null) {
                rows.remove(step.key());
            } else {
                rows.put(step.key(), step.before());
            }
        }
    }

    State laidOver(State state) {
        State result = state;
        for (Row row : rows.values()) {
            result = hangsOnJob(row) ? result : row.onto(result);
        }
        // Once the jobs are there on which it hangs.
        for (Row row : rows.values()) {
            result = hangsOnJob(row) ? row.onto(result) : result;
        }
        return result;
    }

    Set<String> queuesWithDueJobs(Instant now) {
        Set<String> queues = new HashSet<>();
        for (Row row : rows.values()) {
            if (row instanceof JobRow job && job.dueAt(now)) {
                queues.add(job.queue());
            }
        }
        return queues;
    }

    Set<JobId> jobs() {
        Set<JobId> written = new HashSet<>();
        for (Object key : rows.keySet()) {
            if (key instanceof JobId job) {
                written.add(job);
            }
        }
        return written;
    }

    private static boolean hangsOnJob(Row row) {
        return row instanceof JournalRow || row instanceof AnalysisRow;
    }
}
