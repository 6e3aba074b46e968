package dev.reelstore.testkit.history;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import java.time.Instant;
import java.util.Set;

/** A store whose calls on jobs are written down. Safe from any thread. */
final class RecordingPersistence extends ForwardingStores implements Persistence {

    private final Persistence store;
    private final Recording recording;

    RecordingPersistence(Persistence store, HistoryRecorder recorder) {
        this.store = store;
        this.recording = new Recording(recorder);
    }

    @Override
    protected Stores stores() {
        return store;
    }

    @Override
    public JobStore jobs() {
        return new RecordingJobs(store.jobs(), recording);
    }

    @Override
    public ClaimStore claims() {
        return new RecordingClaims(store.claims(), recording);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return new RecordingUnits(store.unitOfWork(), recording);
    }

    @Override
    public Signals signals() {
        return store.signals();
    }

    @Override
    public Handover handover() {
        return new RecordingHandover(store.handover(), recording);
    }

    @Override
    public Health health() {
        return store.health();
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public ReadToken token() {
        return store.token();
    }

    @Override
    public Set<Capability> capabilities() {
        return store.capabilities();
    }

    @Override
    public void close() {
        store.close();
    }
}
