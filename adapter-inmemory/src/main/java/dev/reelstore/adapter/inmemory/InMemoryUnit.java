package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.Savepoints;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A unit of work from its begin to its end. Only the thread that opened it may use it; others are refused. */
final class InMemoryUnit extends ForwardingStores implements Unit, Calls {

    private final Memory memory;
    private final OpenUnits units;
    private final UnitOptions options;
    private final Thread thread = Thread.currentThread();
    private final long begun = System.nanoTime();
    private final Overlay overlay;
    private final Bound stores = new Bound(this);
    private final Savepoints<Integer> savepoints = new Savepoints<>();
    private volatile boolean ended;
    private @Nullable Throwable doom;

    InMemoryUnit(Memory memory, OpenUnits units, UnitOptions options) {
        this.memory = memory;
        this.units = units;
        this.options = options;
        Duration timeout = options.timeout();
        long deadline = begun + (timeout == null ? Long.MAX_VALUE / 2 : timeout.toNanos());
        this.overlay = Overlay.at(memory, options.isolation(), options.readOnly(), deadline);
        units.opened(this);
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    public <T extends @Nullable Object> T read(Call<T> call) {
        return run(call);
    }

    @Override
    public <T extends @Nullable Object> T write(Call<T> call) {
        return run(changing -> {
            if (options.readOnly()) {
                throw refusal("is read-only: open it with other options in order to write", Repeat.USELESS, null);
            }
            return call.on(changing);
        });
    }

    private <T extends @Nullable Object> T run(Call<T> call) {
        checkUsable();
        try {
            overlay.refresh();
            return call.on(overlay);
        } catch (Throwable failure) {
            doomBy(failure);
            throw failure;
        }
    }

    /** Runs work as a part of this unit; an exception that leaves it dooms the whole. */
    <T extends @Nullable Object, E extends Exception> T join(UnitOptions inner, Work<T, E> work) throws E {
        checkUsable();
        inner.requireFreshIn(options);
        int outer = savepoints.enter();
        try {
            return work.apply(this);
        } catch (Throwable failure) {
            doomBy(failure);
            throw failure;
        } finally {
            savepoints.leave(outer);
        }
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        checkUsable();
        int savepoint = overlay.savepoint();
        int outer = savepoints.enter();
        boolean kept = false;
        try {
            T answer = work.apply(this);
            checkUsable();
            kept = true;
            return answer;
        } finally {
            savepoints.leave(outer);
            if (!kept && !ended) {
                overlay.rollbackTo(savepoint);
                doom = null;
            }
        }
    }

    @Override
    public void savepoint(String name) {
        this.<Boolean>run(changing -> {
            savepoints.set(name, changing.savepoint());
            return true;
        });
    }

    @Override
    public void rollbackTo(String name) {
        checkOwner();
        memory.checkOpen();
        try {
            overlay.rollbackTo(savepoints.rollBackTo(name));
            doom = null;
            checkTime();
        } catch (Throwable failure) {
            doomBy(failure);
            throw failure;
        }
    }

    @Override
    public void release(String name) {
        this.<Boolean>run(changing -> {
            savepoints.release(name);
            return true;
        });
    }

    /** Commits and ends it; it is over even when that fails. */
    void commit() {
        checkOwner();
        try {
            checkUsable();
            overlay.commit();
        } finally {
            end();
        }
        overlay.signal();
    }

    /** Rolls back unless it has ended. */
    void rollback() {
        if (!ended) {
            checkOwner();
            end();
        }
    }

    private void end() {
        ended = true;
        overlay.end();
        units.ended();
    }

    private void doomBy(Throwable failure) {
        if (doom == null && !ended) {
            doom = failure;
        }
    }

    private void checkUsable() {
        memory.checkOpen();
        checkOwner();
        checkTime();
        Throwable first = doom;
        if (first != null) {
            throw refusal(
                    "is doomed by an earlier failure (" + first.getMessage()
                            + "): let it leave the unit, or contain it in nested()",
                    Repeat.after(first),
                    first);
        }
    }

    private void checkTime() {
        Duration timeout = options.timeout();
        if (timeout != null && System.nanoTime() - begun >= timeout.toNanos()) {
            throw new StoreTimeoutException(
                    said("has taken longer than its timeout of " + timeout.toMillis() + " ms and is rolled back"),
                    null);
        }
    }

    private void checkOwner() {
        if (ended) {
            throw refusal("has ended: its stores are of no use any more", Repeat.USELESS, null);
        }
        if (Thread.currentThread() != thread) {
            throw refusal(
                    "belongs to thread '" + thread.getName() + "' and was used from thread '"
                            + Thread.currentThread().getName() + "': open one there instead",
                    Repeat.USELESS,
                    null);
        }
    }

    private StoreOperationException refusal(String why, Repeat repeat, @Nullable Throwable cause) {
        return new StoreOperationException(said(why), repeat, cause);
    }

    private String said(String what) {
        return "unit of work '" + options.name() + "' " + what;
    }
}
