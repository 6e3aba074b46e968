package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.Savepoints;
import dev.reelstore.domain.unit.Work;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** The moments that a unit can go back to, and work in it that undoes only itself. Used by one thread. */
final class UnitSavepoints {

    private final Savepoints<Savepoint> savepoints = new Savepoints<>();
    private final ActiveUnit unit;
    private final Transaction transaction;
    private final Doom doom;
    private final UnitBounds bounds;

    UnitSavepoints(ActiveUnit unit, Transaction transaction, Doom doom, UnitBounds bounds) {
        this.unit = unit;
        this.transaction = transaction;
        this.doom = doom;
        this.bounds = bounds;
    }

    <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        bounds.requireUsable();
        Savepoint savepoint = unit.<Savepoint>read("savepoint", session -> transaction.savepoint());
        int outer = savepoints.enter();
        boolean kept = false;
        try {
            T value = work.apply(unit);
            bounds.requireUsable();
            transaction.release(savepoint);
            kept = true;
            return value;
        } finally {
            savepoints.leave(outer);
            if (!kept && !bounds.ended()) {
                undo(savepoint);
            }
        }
    }

    /** Work of an inner call, whose failure is the unit's. */
    <T extends @Nullable Object, E extends Exception> T joined(Work<T, E> work) throws E {
        int outer = savepoints.enter();
        try {
            return work.apply(unit);
        } catch (Throwable failure) {
            doom.by(failure);
            throw failure;
        } finally {
            savepoints.leave(outer);
        }
    }

    void set(String name) {
        unit.<Boolean>read("savepoint", session -> {
            String checked = Savepoints.checkName(name);
            savepoints.set(checked, transaction.savepoint());
            return true;
        });
    }

    void rollBackTo(String name) {
        try {
            Savepoint savepoint = savepoints.rollBackTo(name);
            transaction.rollbackTo(savepoint);
            doom.lift();
            bounds.requireTimeLeft(transaction);
        } catch (StoreException failure) {
            doom.by(failure);
            throw failure;
        }
    }

    void release(String name) {
        unit.<Boolean>read("release savepoint", session -> {
            transaction.release(savepoints.release(name));
            return true;
        });
    }

    /** The exception of the work goes on its way in any case; where even this fails, the unit is doomed. */
    private void undo(Savepoint savepoint) {
        doom.lift();
        try {
            transaction.rollbackTo(savepoint);
            transaction.release(savepoint);
        } catch (StoreException lost) {
            doom.by(lost);
        }
    }
}
