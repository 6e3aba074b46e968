package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/** Opens units of work, or joins the one that is open on the thread. Safe from any thread. */
final class InMemoryUnitOfWork implements UnitOfWork {

    private final Memory memory;
    private final OpenUnits units;

    InMemoryUnitOfWork(Memory memory, OpenUnits units) {
        this.memory = memory;
        this.units = units;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        check(options, work);
        InMemoryUnit outer = units.current();
        if (outer != null) {
            return outer.join(options, work);
        }
        InMemoryUnit unit = new InMemoryUnit(memory, units, options);
        try {
            T answer = work.apply(unit);
            unit.commit();
            return answer;
        } finally {
            unit.rollback();
        }
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        check(options, work);
        Check.present("claim", claim);
        InMemoryUnit outer = units.current();
        if (outer != null) {
            return holds(outer, claim) ? new Guarded.Done<>(outer.join(options, work)) : new Guarded.Stale<>();
        }
        InMemoryUnit unit = new InMemoryUnit(memory, units, options);
        try {
            if (!holds(unit, claim)) {
                return new Guarded.Stale<>();
            }
            T answer = work.apply(unit);
            unit.commit();
            return new Guarded.Done<>(answer);
        } finally {
            unit.rollback();
        }
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        memory.checkOpen();
        Check.present("unit options", options);
        requireKnownToken(options);
        if (units.current() != null) {
            throw new StoreOperationException(
                    "this thread has a unit of work open already: end it before another is opened, or use call(),"
                            + " which joins it",
                    Repeat.USELESS,
                    null);
        }
        return new Handle(new InMemoryUnit(memory, units, options));
    }

    @Override
    public boolean active() {
        memory.checkOpen();
        return units.current() != null;
    }

    private void check(UnitOptions options, Object work) {
        memory.checkOpen();
        Check.present("unit options", options);
        Check.present("work", work);
        requireKnownToken(options);
    }

    private void requireKnownToken(UnitOptions options) {
        if (options.freshness() instanceof Freshness.After after
                && !after.token().equals(memory.token())) {
            throw after.token().foreign();
        }
    }

    private static boolean holds(InMemoryUnit unit, Claim claim) {
        return unit.write(overlay -> Guard.lock(overlay, claim, JobLocks::lockTenure) != null);
    }

    /** Leaves the end of a unit to its caller. */
    private record Handle(InMemoryUnit unit) implements UnitHandle {

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
}
