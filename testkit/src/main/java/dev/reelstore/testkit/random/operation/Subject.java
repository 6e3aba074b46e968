package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import java.time.Duration;
import java.time.Instant;

/**
 * A store that random operations are carried out on. An adapter author writes one; it is used by one thread.
 *
 * <p>Its clock stands still between operations, so that all times in its answers can be foretold.
 */
public interface Subject extends AutoCloseable {

    /** Empties the store and sets its clock, which stands at this time until {@link #advance}. */
    void begin(Instant at);

    /** Moves the clock forward by this much, for units that are open, too. */
    void advance(Duration by);

    /** The ports, each call of which is a unit of its own or joins the one that is open. */
    Stores stores();

    /** The units of work of the same store. */
    UnitOfWork unitOfWork();

    /** Releases what was opened for it. */
    @Override
    void close();
}
