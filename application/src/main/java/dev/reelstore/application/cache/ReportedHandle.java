package dev.reelstore.application.cache;

import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;

/** A manual unit whose changes are forgotten after its commit. Bound to the thread that opened it. */
final class ReportedHandle implements UnitHandle {

    private final UnitHandle handle;
    private final Changes changes;
    private final ReportedUnits units;
    private final Unit stores;

    ReportedHandle(UnitHandle handle, Changes changes, ReportedUnits units) {
        this.handle = handle;
        this.changes = changes;
        this.units = units;
        this.stores = new ReportedUnit(handle.stores(), changes);
    }

    @Override
    public Unit stores() {
        return stores;
    }

    @Override
    public void commit() {
        try {
            units.<Boolean, RuntimeException>committing(changes, () -> {
                handle.commit();
                return true;
            });
        } finally {
            units.ended(changes);
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            units.ended(changes);
        }
    }
}
