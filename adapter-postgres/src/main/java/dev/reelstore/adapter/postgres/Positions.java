package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where the primary was in its history when it was asked, and how long ago that is: by time elapsed in this process, so
 * that no clock has to agree with another. Safe from any thread.
 */
final class Positions {

    /** So many and so far apart that a replica which lags by seconds has passed one of them, however often is asked. */
    private static final int MOST = 256;

    private static final long APART_NANOS = 50_000_000;

    /**
     * An answer of the primary.
     *
     * @param position where it was
     * @param asked the elapsed time before it was asked
     */
    record Seen(WalPosition position, long asked) {

        boolean within(Duration age) {
            return System.nanoTime() - asked <= age.toNanos();
        }
    }

    private final ConnectionSource primary;
    private final Deque<Seen> newestFirst = new ArrayDeque<>();

    Positions(ConnectionSource primary) {
        this.primary = primary;
    }

    /** Asks the primary. */
    WalPosition now() throws SQLException {
        long asked = System.nanoTime();
        WalPosition position;
        Connection connection = primary.borrow();
        try {
            position = Aside.ask(connection, StoreMapper::position);
        } finally {
            Returned.close(connection);
        }
        if (position.lsn().isEmpty()) {
            throw new StoreUnavailableException(
                    "the server is a standby, and only a primary knows what is committed", Repeat.SAFE, null);
        }
        remember(new Seen(position, asked));
        return position;
    }

    /** The cluster, which stays the same for as long as the data do. */
    long system() throws SQLException {
        Seen known = newest();
        return (known == null ? now() : known.position()).system();
    }

    /** The oldest place that the primary was at so short a time ago, or null where that is too short. */
    @Nullable
    Seen within(Duration age) throws SQLException {
        Seen newest = newest();
        if (newest == null || !newest.within(age.dividedBy(2))) {
            try {
                now();
            } catch (SQLException | RuntimeException away) {
                if (newest == null || !newest.within(age)) {
                    throw away;
                }
            }
        }
        return oldestWithin(age);
    }

    private synchronized @Nullable Seen newest() {
        return newestFirst.peekFirst();
    }

    private synchronized @Nullable Seen oldestWithin(Duration age) {
        Seen oldest = null;
        for (Seen seen : newestFirst) {
            if (seen.within(age)) {
                oldest = seen;
            }
        }
        return oldest;
    }

    /** The newest is always there; it makes way for the next unless it is far enough from the one before it. */
    private synchronized void remember(Seen seen) {
        Seen newest = newestFirst.pollFirst();
        Seen before = newestFirst.peekFirst();
        if (newest != null && (before == null || newest.asked() - before.asked() >= APART_NANOS)) {
            newestFirst.addFirst(newest);
        }
        newestFirst.addFirst(seen);
        while (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }
}
