package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoStore;
import java.time.Instant;
import java.util.Set;

/**
 * A store that keeps everything in the memory of this process and forgets it at its end: the whole contract without a
 * database, a thread or a sleep. Safe from any thread.
 *
 * <p>Units of work see what others have committed and their own writes (READ COMMITTED); what a unit writes is locked
 * until it ends. Units that ask for a stricter isolation and write run alone. Each store has its own data.
 */
public final class InMemoryPersistence implements Persistence {

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
    public JobStore jobs() {
        memory.checkOpen();
        return stores.jobs();
    }

    @Override
    public ClaimStore claims() {
        memory.checkOpen();
        return stores.claims();
    }

    @Override
    public ChannelStore channels() {
        memory.checkOpen();
        return stores.channels();
    }

    @Override
    public JournalStore journal() {
        memory.checkOpen();
        return stores.journal();
    }

    @Override
    public VideoStore videos() {
        memory.checkOpen();
        return stores.videos();
    }

    @Override
    public QualityStore qualities() {
        memory.checkOpen();
        return stores.qualities();
    }

    @Override
    public AnalysisStore analysis() {
        memory.checkOpen();
        return stores.analysis();
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
