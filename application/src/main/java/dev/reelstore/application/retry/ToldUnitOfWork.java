package dev.reelstore.application.retry;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs units once, and tells the log of the jobs that were created in them after the commit. Safe from any thread. */
final class ToldUnitOfWork implements UnitOfWork {

    /** Begins the unit proper with the body that is given to it. */
    @FunctionalInterface
    private interface Begin<R extends @Nullable Object, T extends @Nullable Object, E extends Exception> {

        R with(Work<T, E> work) throws E;
    }

    private final UnitOfWork units;
    private final Creations creations;
    private final StoreLog log;

    ToldUnitOfWork(UnitOfWork units, Creations creations, StoreLog log) {
        this.units = units;
        this.creations = creations;
        this.log = log;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        return this.<T, T, E>told(work, body -> units.call(options, body));
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return this.<Guarded<T>, T, E>told(work, body -> units.under(claim, options, body));
    }

    /** Nothing is created. */
    @Override
    public List<Settlement> completeAll(List<FinishedJob> jobs) {
        return units.completeAll(jobs);
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        return new ToldHandle(units.open(options), creations, log);
    }

    @Override
    public boolean active() {
        return units.active();
    }

    private <R extends @Nullable Object, T extends @Nullable Object, E extends Exception> R told(
            Work<T, E> work, Begin<R, T, E> begin) throws E {
        if (units.active()) {
            Creations.Pending outer = creations.current();
            return outer == null ? begin.with(work) : joined(work, begin, outer);
        }
        Creations.Pending pending = creations.begin();
        R result;
        try {
            result = begin.with(watched(work, pending));
        } finally {
            creations.end();
        }
        pending.committed();
        return result;
    }

    private <R extends @Nullable Object, T extends @Nullable Object, E extends Exception> R joined(
            Work<T, E> work, Begin<R, T, E> begin, Creations.Pending outer) throws E {
        int around = outer.savepoints().enter();
        try {
            return begin.with(watched(work, outer));
        } finally {
            outer.savepoints().leave(around);
        }
    }

    private <T extends @Nullable Object, E extends Exception> Work<T, E> watched(
            Work<T, E> work, Creations.Pending pending) {
        return unit -> work.apply(new ToldUnit(unit, pending, log));
    }
}
