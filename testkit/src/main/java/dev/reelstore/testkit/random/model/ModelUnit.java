package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Savepoints;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.video.VideoStore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A unit of work: the state before it is kept, to go back to. */
final class ModelUnit implements Unit, UnitHandle, Door {

    private final ModelStore store;
    private final boolean readOnly;
    private final State before;
    private final Savepoints<State> savepoints = new Savepoints<>();
    private final ModelStore.Ports ports;
    private @Nullable Throwable doom;
    private boolean ended;

    ModelUnit(ModelStore store, UnitOptions options) {
        this.store = store;
        this.readOnly = options.readOnly();
        this.before = store.state().copy();
        this.ports = new ModelStore.Ports(store, this);
        store.open(this);
    }

    @Override
    public JobStore jobs() {
        return ports.jobs();
    }

    @Override
    public ClaimStore claims() {
        return ports.claims();
    }

    @Override
    public ChannelStore channels() {
        return ports.channels();
    }

    @Override
    public JournalStore journal() {
        return ports.journal();
    }

    @Override
    public VideoStore videos() {
        return ports.videos();
    }

    @Override
    public QualityStore qualities() {
        return ports.qualities();
    }

    @Override
    public AnalysisStore analysis() {
        return ports.analysis();
    }

    @Override
    public <T> T read(Function<State, T> call) {
        requireUsable();
        return dooming(() -> call.apply(store.state()));
    }

    @Override
    public <T> T write(Function<State, T> call) {
        requireUsable();
        return dooming(() -> {
            if (readOnly) {
                throw new StoreOperationException("the unit is read-only", Repeat.USELESS, null);
            }
            return store.whole(call);
        });
    }

    boolean holds(Claim claim) {
        return this.<Boolean>write(state -> {
            JobState job = state.jobs.get(claim.jobId());
            return job != null && job.heldUnder(claim);
        });
    }

    <T extends @Nullable Object, E extends Exception> T join(Work<T, E> work) throws E {
        requireUsable();
        int outer = savepoints.enter();
        try {
            return dooming(() -> work.apply(this));
        } finally {
            savepoints.leave(outer);
        }
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        requireUsable();
        State point = store.state().copy();
        int outer = savepoints.enter();
        boolean kept = false;
        try {
            T answer = work.apply(this);
            requireUsable();
            kept = true;
            return answer;
        } finally {
            savepoints.leave(outer);
            if (!kept) {
                store.replace(point);
                doom = null;
            }
        }
    }

    @Override
    public void savepoint(String name) {
        requireUsable();
        dooming(() -> {
            savepoints.set(name, store.state().copy());
            return true;
        });
    }

    @Override
    public void rollbackTo(String name) {
        dooming(() -> {
            store.replace(savepoints.rollBackTo(name).copy());
            doom = null;
            return true;
        });
    }

    @Override
    public void release(String name) {
        requireUsable();
        dooming(() -> {
            savepoints.release(name);
            return true;
        });
    }

    @Override
    public Unit stores() {
        return this;
    }

    @Override
    public void commit() {
        requireUsable();
        end();
    }

    /** Rolls back, unless it was committed. */
    @Override
    public void close() {
        if (!ended) {
            store.replace(before);
            end();
        }
    }

    private void end() {
        ended = true;
        store.open(null);
    }

    private void requireUsable() {
        if (doom != null) {
            throw new StoreOperationException("the unit is doomed", Repeat.after(doom), doom);
        }
    }

    private <T extends @Nullable Object, E extends Exception> T dooming(Part<T, E> part) throws E {
        try {
            return part.run();
        } catch (Exception failure) {
            doom = doom == null ? failure : doom;
            throw failure;
        }
    }

    /** A part of the unit that dooms it when it throws. */
    @FunctionalInterface
    private interface Part<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }
}
