package dev.reelstore.application.retry;

import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;

/** A manual unit, never repeated, whose creations are told after its commit. Bound to the thread that opened it. */
final class ToldHandle implements UnitHandle {

    private final UnitHandle handle;
    private final Creations creations;
    private final Creations.Pending pending;
    private final Unit stores;

    ToldHandle(UnitHandle handle, Creations creations, StoreLog log) {
        this.handle = handle;
        this.creations = creations;
        this.pending = creations.begin();
        this.stores = new ToldUnit(handle.stores(), pending, log);
    }

    @Override
    public Unit stores() {
        return stores;
    }

    @Override
    public void commit() {
        try {
            handle.commit();
        } finally {
            end();
        }
        pending.committed();
    }

    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            end();
        }
    }

    /** A late close must not end the next unit of its thread. */
    private void end() {
        if (creations.current() == pending) {
            creations.end();
        }
    }
}
