package dev.reelstore.adapter.postgres;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * From where claims of one kind look for jobs while finished ones cannot be cleared away in front of them, as under an
 * old snapshot that is held open: each claim would walk over all of those. It follows what was claimed at a distance. What
 * comes in front through this store takes it back at once; for what comes otherwise, a claim looks through all now and
 * then. Safe from any thread.
 */
final class LowWaterMark {

    /** Fewer are walked over before anybody notices. */
    private static final long MANY_DEAD = 2_000;

    /** For claims of units and of other processes that were under way meanwhile, and may yet put back what they took. */
    private static final long DISTANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Looking through all takes at most one part in so many of the time. */
    private static final int PARTS = 10;

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * What one claim goes by.
     *
     * @param from where it begins, or null for all
     * @param turn how often the mark had been taken back; what began before that says nothing after it
     */
    record Look(@Nullable QueuePlace from, long turn) {}

    private long dead;
    private long lookAgain;
    private long turn;
    private @Nullable QueuePlace mark;
    private @Nullable QueuePlace next;
    private long nextSeen;

    synchronized Look look(long now) {
        return new Look(dead >= MANY_DEAD && now - lookAgain < 0 ? mark : null, turn);
    }

    /** A claim of all between these times found this first, if any, and so many rows lie dead. */
    synchronized void lookedThroughAll(Look look, @Nullable QueuePlace first, long begin, long end, long deadRows) {
        dead = deadRows;
        lookAgain = end + Math.min(LONGEST_NANOS, PARTS * (end - begin));
        if (look.turn() == turn && first == null) {
            mark = null;
            next = null;
        }
        found(look, first, end);
    }

    /** A claim found this first, if any. */
    synchronized void found(Look look, @Nullable QueuePlace first, long now) {
        if (first == null || look.turn() != turn) {
            return;
        }
        boolean behindNext = next != null && first.compareTo(next) >= 0;
        if (behindNext && now - nextSeen < DISTANCE_NANOS) {
            return;
        }
        mark = behindNext ? next : null;
        next = first;
        nextSeen = now;
    }

    /** A job has come to stand here. */
    synchronized void came(QueuePlace place) {
        if (next == null || place.compareTo(next) < 0 || mark != null && place.compareTo(mark) < 0) {
            takeBack();
        }
    }

    /** From now on all is looked through, until it is known anew what lies in front. */
    synchronized void takeBack() {
        turn++;
        mark = null;
        next = null;
    }
}
