package dev.reelstore.adapter.postgres;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * From where claims of one kind look for jobs while finished ones cannot be cleared away in front of them, as under an
 * old snapshot that is held open: each claim would walk over all of those. It follows what was claimed at a distance, and
 * now and then a claim looks through all, for what has come in front. Safe from any thread.
 */
final class LowWaterMark {

    /** Fewer are walked over before anybody notices. */
    private static final long MANY_DEAD = 2_000;

    /** For claims that were under way meanwhile, and may yet put back what they took. */
    private static final long DISTANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Looking through all takes at most one part in so many of the time. */
    private static final int PARTS = 10;

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long dead;
    private long lookAgain;
    private @Nullable QueuePlace mark;
    private @Nullable QueuePlace next;
    private long nextSeen;

    /** Where to begin, or null for all. */
    synchronized @Nullable QueuePlace start(long now) {
        return dead >= MANY_DEAD && now - lookAgain < 0 ? mark : null;
    }

    /** A claim looked through all between these times and found this first, if any, and so many rows lie dead. */
    synchronized void lookedThroughAll(@Nullable QueuePlace first, long begin, long end, long deadRows) {
        dead = deadRows;
        lookAgain = end + Math.min(LONGEST_NANOS, PARTS * (end - begin));
        if (first == null || mark != null && first.compareTo(mark) < 0) {
            forget();
        }
        found(first, end);
    }

    /** A claim found this first, if any. */
    synchronized void found(@Nullable QueuePlace first, long now) {
        if (first == null) {
            return;
        }
        if (next == null || now - nextSeen >= DISTANCE_NANOS) {
            mark = next;
            next = first;
            nextSeen = now;
        }
    }

    /** What is behind the mark is not enough. */
    synchronized void forget() {
        mark = null;
        next = null;
    }
}
