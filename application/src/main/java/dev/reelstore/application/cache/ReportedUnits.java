package dev.reelstore.application.cache;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Units of work whose changes are forgotten once they are, or may be, committed. Safe from any thread. */
final class ReportedUnits implements UnitOfWork, Reporting {

    /** Begins the unit proper with the body that is given to it. */
    @FunctionalInterface
    private interface Begin<R extends @Nullable Object, T extends @Nullable Object, E extends Exception> {

        R with(Work<T, E> work) throws E;
    }

    private final UnitOfWork units;
    private final QualityLists lists;
    private final ThreadLocal<@Nullable Changes> open = new ThreadLocal<>();

    ReportedUnits(UnitOfWork units, QualityLists lists) {
        this.units = units;
        this.lists = lists;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        return this.<T, T, E>reported(work, body -> units.call(options, body));
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return this.<Guarded<T>, T, E>reported(work, body -> units.under(claim, options, body));
    }

    /** No rendition changes. */
    @Override
    public List<Settlement> completeAll(List<FinishedJob> jobs) {
        return units.completeAll(jobs);
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        UnitHandle handle = units.open(options);
        Changes changes = new Changes();
        open.set(changes);
        return new ReportedHandle(handle, changes, this);
    }

    @Override
    public boolean active() {
        return units.active();
    }

    /** A call that joins is part of its unit; of a unit that was opened past us nobody hears the commit. */
    @Override
    public <T> T change(Consumer<Changes> what, Supplier<T> call) {
        if (units.active()) {
            Changes outer = open.get();
            if (outer != null) {
                what.accept(outer);
            }
            return call.get();
        }
        Changes changes = new Changes();
        what.accept(changes);
        return this.<T, RuntimeException>committing(changes, call::get);
    }

    /** Ends what began with {@link #open}; a late close must not end the next unit of its thread. */
    void ended(Changes changes) {
        if (open.get() == changes) {
            open.remove();
        }
    }

    /** Makes a call that commits these changes, and forgets them after it. */
    <T extends @Nullable Object, E extends Exception> T committing(Changes changes, Committing<T, E> call) throws E {
        T answer;
        try {
            answer = call.run();
        } catch (OutcomeUnknownException doubt) {
            lists.drop(changes);
            throw doubt;
        }
        lists.drop(changes);
        return answer;
    }

    /** A call that commits unless it throws. */
    @FunctionalInterface
    interface Committing<T extends @Nullable Object, E extends Exception> {

        T run() throws E;
    }

    private <R extends @Nullable Object, T extends @Nullable Object, E extends Exception> R reported(
            Work<T, E> work, Begin<R, T, E> begin) throws E {
        if (units.active()) {
            Changes outer = open.get();
            return begin.with(outer == null ? work : unit -> work.apply(new ReportedUnit(unit, outer)));
        }
        Changes changes = new Changes();
        return this.<R, E>committing(changes, () -> {
            open.set(changes);
            try {
                return begin.with(unit -> work.apply(new ReportedUnit(unit, changes)));
            } finally {
                open.remove();
            }
        });
    }
}
