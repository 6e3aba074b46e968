package dev.reelstore.application.watch;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log, once, of each unit of work that is open for longer than a limit, with the place where it was opened, and
 * how long it took when it ends. Safe from any thread; closing it ends its thread, if it has one.
 *
 * <p>Units on a store that is shared with other processes and manual units are told of while they are open. Other units
 * are told of at their end, so that a store in memory needs no thread for them.
 */
public final class WatchedUnitOfWork implements UnitOfWork, AutoCloseable {

    /** The method below which the caller is on the stack. */
    static final String OPENING = "watched";

    /** Runs the unit proper with the body that is given to it. */
    @FunctionalInterface
    private interface Begin<R extends @Nullable Object, T extends @Nullable Object, E extends Exception> {

        R with(Work<T, E> work) throws E;
    }

    private final UnitOfWork units;
    private final OpenUnits open;
    private final boolean shared;

    /**
     * Watches the units of a store.
     *
     * @param limit more than zero
     */
    public WatchedUnitOfWork(Persistence persistence, Duration limit) {
        this(persistence, limit, LoggerFactory.getLogger(WatchedUnitOfWork.class));
    }

    WatchedUnitOfWork(Persistence persistence, Duration limit, Logger log) {
        this.units = persistence.unitOfWork();
        this.shared = persistence.capabilities().contains(Capability.SHARED);
        this.open = new OpenUnits(limit, log);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        return units.active()
                ? units.call(options, work)
                : this.<T, T, E>watched(options, work, body -> units.call(options, body));
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return units.active()
                ? units.under(claim, options, work)
                : this.<Guarded<T>, T, E>watched(options, work, body -> units.under(claim, options, body));
    }

    private <R extends @Nullable Object, T extends @Nullable Object, E extends Exception> R watched(
            UnitOptions options, Work<T, E> work, Begin<R, T, E> begin) throws E {
        Check.present("unit options", options);
        Check.present("work", work);
        OpenUnit[] begun = new OpenUnit[1];
        try {
            return begin.with(stores -> {
                begun[0] = new OpenUnit(options.name(), null);
                watch(begun[0], shared);
                return work.apply(stores);
            });
        } finally {
            if (begun[0] != null) {
                open.remove(begun[0]);
            }
        }
    }

    /** No code of the caller's keeps it open. */
    @Override
    public List<Settlement> completeAll(List<FinishedJob> jobs) {
        return units.completeAll(jobs);
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        UnitHandle handle = units.open(options);
        OpenUnit unit = new OpenUnit(options.name(), Place.ofCaller());
        watch(unit, true);
        return new WatchedHandle(handle, unit);
    }

    private void watch(OpenUnit unit, boolean whileOpen) {
        if (whileOpen) {
            open.addAndLook(unit);
        } else {
            open.add(unit);
        }
    }

    @Override
    public boolean active() {
        return units.active();
    }

    @Override
    public void close() {
        open.close();
    }

    /** A manual unit: open until it is committed or closed. */
    private final class WatchedHandle implements UnitHandle {

        private final UnitHandle handle;
        private final OpenUnit unit;

        WatchedHandle(UnitHandle handle, OpenUnit unit) {
            this.handle = handle;
            this.unit = unit;
        }

        @Override
        public Unit stores() {
            return handle.stores();
        }

        @Override
        public void commit() {
            try {
                handle.commit();
            } finally {
                open.remove(unit);
            }
        }

        @Override
        public void close() {
            try {
                handle.close();
            } finally {
                open.remove(unit);
            }
        }
    }
}
