package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a job stands in its queue.
 *
 * @param priority smaller goes first
 * @param runAt then what was to run earlier
 * @param id then what was created earlier
 */
record QueuePlace(int priority, Instant runAt, JobId id) implements Comparable<QueuePlace> {

    private static final Comparator<QueuePlace> ORDER = Comparator.comparingInt(QueuePlace::priority)
            .thenComparing(QueuePlace::runAt)
            .thenComparing(QueuePlace::id);

    static QueuePlace of(Job job) {
        return new QueuePlace(job.priority(), job.runAt(), job.id());
    }

    @Override
    public int compareTo(QueuePlace other) {
        return ORDER.compare(this, other);
    }
}
