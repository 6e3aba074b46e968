package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Closing;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.ReadToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The replicas of a database, taken in turn: those that are fresh enough answer reads. Safe from any thread. */
final class Replicas implements AutoCloseable {

    private static final long PAUSE_MILLIS = 2;

    private final Positions positions;
    private final List<Replica> all;
    private final Duration patience;
    private final AtomicInteger turns = new AtomicInteger();

    /**
     * Follows a primary.
     *
     * @param patience how long a read waits for a replica before it goes to the primary
     */
    Replicas(ConnectionSource primary, List<Replica> all, Duration patience) {
        this.positions = new Positions(primary);
        this.all = List.copyOf(all);
        this.patience = patience;
    }

    /** A mark of all that is committed. */
    ReadToken token() throws SQLException {
        return positions.now().token();
    }

    /**
     * A connection to a replica that is fresh enough, or null where there is none in time.
     *
     * @throws dev.reelstore.domain.failure.InvalidDataException when a token is of another store
     */
    @Nullable
    Connection borrow(Freshness freshness) throws SQLException {
        Need need = freshness instanceof Freshness.After after
                ? new Passed(ownPosition(after.token()))
                : new Young(((Freshness.Stale) freshness).within());
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Positions.Seen place = anyAwake() ? need.place(positions) : null;
            if (place == null) {
                return null;
            }
            Connection connection = borrowAfter(place.position());
            if (connection != null && need.metBy(place)) {
                return connection;
            }
            if (connection != null) {
                Returned.close(connection);
            }
        } while (paused(deadline));
        return null;
    }

    private WalPosition ownPosition(ReadToken token) throws SQLException {
        WalPosition position = WalPosition.of(token);
        if (position.system() != positions.system()) {
            throw token.foreign();
        }
        return position;
    }

    private boolean anyAwake() {
        return all.stream().anyMatch(replica -> !replica.rests());
    }

    private @Nullable Connection borrowAfter(WalPosition position) throws SQLException {
        int first = Math.floorMod(turns.getAndIncrement(), all.size());
        for (int i = 0; i < all.size(); i++) {
            Connection connection = all.get((first + i) % all.size()).borrowAfter(position);
            if (connection != null) {
                return connection;
            }
        }
        return null;
    }

    /** An interrupt ends the wait and is kept. */
    private static boolean paused(long deadline) {
        if (System.nanoTime() - deadline >= 0) {
            return false;
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        Closing.all(all);
    }

    /** What a replica must have passed. */
    private interface Need {

        /** A place that will do now, or null where only the primary does. */
        Positions.@Nullable Seen place(Positions positions) throws SQLException;

        /** Whether a replica is fresh enough that has passed this place just now. */
        boolean metBy(Positions.Seen place);
    }

    /** One place, at any time. */
    private record Passed(WalPosition position) implements Need {

        @Override
        public Positions.Seen place(Positions positions) {
            return new Positions.Seen(position, System.nanoTime());
        }

        @Override
        public boolean metBy(Positions.Seen place) {
            return true;
        }
    }

    /** Where the primary was so short a time ago. */
    private record Young(Duration age) implements Need {

        @Override
        public Positions.@Nullable Seen place(Positions positions) throws SQLException {
            return age.isZero() ? null : positions.within(age);
        }

        @Override
        public boolean metBy(Positions.Seen place) {
            return place.within(age);
        }
    }
}
