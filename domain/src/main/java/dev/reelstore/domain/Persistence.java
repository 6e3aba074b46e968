package dev.reelstore.domain;

import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.unit.ReadToken;
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

    /** Hands jobs over to workers of this process as they are created. */
    Handover handover();

    /** How the store is; can also be asked of one that is closed. */
    Health health();

    /** The store's own time: the only one that leases and due times are held against. */
    Instant now();

    /**
     * A mark of all that is committed by now, for reads {@link dev.reelstore.domain.unit.Freshness#after after} it; taken
     * after a commit it covers that commit and all before it. A token counts in the store that made it, also after that was
     * closed and opened again where the data outlive it.
     *
     * @throws dev.reelstore.domain.failure.StoreOperationException inside a unit of work, whose commit it could not cover
     */
    ReadToken token();

    /** What this adapter can do of the things that not every adapter can. */
    Set<Capability> capabilities();

    /** Releases everything that was opened here, and nothing that the caller brought; more than once is harmless. */
    @Override
    void close();
}
