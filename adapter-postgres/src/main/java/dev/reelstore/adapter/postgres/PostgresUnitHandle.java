package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;

/**
 * A unit that its opener ends.
 *
 * @param unit the unit
 */
record PostgresUnitHandle(ActiveUnit unit) implements UnitHandle {

    @Override
    public Unit stores() {
        return unit;
    }

    @Override
    public void commit() {
        unit.commit();
    }

    @Override
    public void close() {
        unit.rollback();
    }
}
