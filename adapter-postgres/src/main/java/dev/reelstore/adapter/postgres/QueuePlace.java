package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where a job stands in its queue.
 *
 * @param priority smaller goes first
 * @param runAt then what was to run earlier
 * @param id then what was created earlier
 */
record QueuePlace(int priority, Instant runAt, JobId id) implements Comparable<QueuePlace> {

    /** Nothing stands in front of it. */
    static final QueuePlace FIRST = new QueuePlace(Short.MIN_VALUE, Check.EARLIEST, new JobId(new UUID(0, 0)));

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
