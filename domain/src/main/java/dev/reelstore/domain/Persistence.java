package dev.reelstore.domain;

import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import java.time.Instant;
import java.util.Set;

/**
 * All that an adapter offers. The stores it has itself run each call in a unit of its own, or join the unit that is open
 * on the calling thread. Safe from any thread. After {@link #close()} every call but those
 * on {@link #health()} throws {@link dev.reelstore.domain.failure.StoreUnavailableException}.
 */
public interface Persistence extends Stores, AutoCloseable {

    /** Runs units of work. */
    UnitOfWork unitOfWork();

    /** Hints that there may be work. */
    Signals signals();

    /** How the store is; can also be asked of one that is closed. */
    Health health();

    /** The store's own time: the only one that leases and due times are held against. */
    Instant now();

    /** What this adapter can do of the things that not every adapter can. */
    Set<Capability> capabilities();

    /** Releases everything that was opened here, and nothing that the caller brought; more than once is harmless. */
    @Override
    void close();
}
