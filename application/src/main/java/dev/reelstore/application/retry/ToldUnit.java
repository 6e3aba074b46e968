package dev.reelstore.application.retry;

import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.Work;
import org.jspecify.annotations.Nullable;

/** A unit that remembers which jobs were created in it. Bound to the thread of the unit that it decorates. */
final class ToldUnit extends ForwardingStores implements Unit {

    private final Unit unit;
    private final Creations.Pending pending;
    private final StoreLog log;

    ToldUnit(Unit unit, Creations.Pending pending, StoreLog log) {
        this.unit = unit;
        this.pending = pending;
        this.log = log;
    }

    @Override
    protected Stores stores() {
        return unit;
    }

    @Override
    public JobStore jobs() {
        return new ToldJobStore(unit.jobs(), Calls.DIRECT, pending, log);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        int mark = pending.mark();
        int outer = pending.savepoints().enter();
        boolean kept = false;
        try {
            T value = unit.<T, E>nested(inner -> work.apply(new ToldUnit(inner, pending, log)));
            kept = true;
            return value;
        } finally {
            pending.savepoints().leave(outer);
            if (!kept) {
                pending.forgetSince(mark);
            }
        }
    }

    @Override
    public void savepoint(String name) {
        unit.savepoint(name);
        pending.savepoints().set(name, pending.mark());
    }

    @Override
    public void rollbackTo(String name) {
        unit.rollbackTo(name);
        pending.forgetSince(pending.savepoints().rollBackTo(name));
    }

    @Override
    public void release(String name) {
        unit.release(name);
        pending.savepoints().release(name);
    }
}
