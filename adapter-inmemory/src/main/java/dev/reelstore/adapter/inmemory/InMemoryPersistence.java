package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Set;

/**
 * A store that keeps everything in the memory of this process and forgets it at its end: the whole contract without a
 * database, a thread or a sleep. Safe from any thread.
 *
 * <p>Units of work see what others have committed and their own writes (READ COMMITTED); what a unit writes is locked
 * until it ends. Units that ask for a stricter isolation and write run alone. Each store has its own data.
 */
public final class InMemoryPersistence extends ForwardingStores implements Persistence {

    private final InMemorySettings settings;
    private final Memory memory;
    private final UnitOfWork unitOfWork;
    private final Bound stores;

    private InMemoryPersistence(InMemorySettings settings) {
        this.settings = settings;
        this.memory = new Memory(settings);
        OpenUnits units = new OpenUnits();
        this.unitOfWork = new InMemoryUnitOfWork(memory, units);
        this.stores = new Bound(new JoiningCalls(memory, units));
    }

    /** An empty store with a running clock of its own. */
    public static InMemoryPersistence create() {
        return create(InMemorySettings.defaults());
    }

    /** An empty store that is set up so. */
    public static InMemoryPersistence create(InMemorySettings settings) {
        return new InMemoryPersistence(Check.present("settings", settings));
    }

    /** The store's clock, which can be moved ahead. */
    public SettableClock clock() {
        return settings.clock();
    }

    @Override
    protected Stores stores() {
        memory.checkOpen();
        return stores;
    }

    @Override
    public UnitOfWork unitOfWork() {
        memory.checkOpen();
        return unitOfWork;
    }

    @Override
    public Signals signals() {
        memory.checkOpen();
        return memory.signals();
    }

    @Override
    public Handover handover() {
        memory.checkOpen();
        return memory.requests();
    }

    @Override
    public Health health() {
        return new InMemoryHealth(memory);
    }

    @Override
    public Instant now() {
        memory.checkOpen();
        return memory.now();
    }

    @Override
    public ReadToken token() {
        memory.checkOpen();
        if (unitOfWork.active()) {
            throw ReadToken.insideUnit();
        }
        return memory.token();
    }

    @Override
    public Set<Capability> capabilities() {
        memory.checkOpen();
        return Set.of(Capability.HANDOVER);
    }

    /** Forgets everything; units that are still open can no more commit. */
    @Override
    public void close() {
        memory.close();
    }
}
