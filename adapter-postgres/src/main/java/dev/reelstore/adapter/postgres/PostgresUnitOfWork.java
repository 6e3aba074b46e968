package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of work, each one transaction on one connection; knows which one is open on which thread. */
final class PostgresUnitOfWork implements UnitOfWork {

    private final ThreadLocal<ActiveUnit> current = new ThreadLocal<>();
    private final ConnectionSource source;
    private final Replicas replicas;
    private final Bell bell;
    private final StandaloneScope alone;

    PostgresUnitOfWork(ConnectionSource source, Replicas replicas, Bell bell) {
        this.source = source;
        this.replicas = replicas;
        this.bell = bell;
        this.alone = new StandaloneScope(source, this, bell);
    }

    /** For calls outside units. */
    StandaloneScope alone() {
        return alone;
    }

    @Nullable
    ActiveUnit current() {
        return current.get();
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        Check.present("unit options", options);
        Check.present("work", work);
        ActiveUnit outer = current.get();
        if (outer != null) {
            return outer.<T, E>join(options, work);
        }
        ActiveUnit unit = begin(options);
        try {
            T value = work.apply(unit);
            unit.commit();
            return value;
        } finally {
            unit.rollback();
        }
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        Check.present("claim", claim);
        Check.present("work", work);
        return this.<Guarded<T>, E>call(options, unit -> {
            if (((ActiveUnit) unit).holds(claim)) {
                return new Guarded.Done<T>(work.apply(unit));
            }
            return new Guarded.Stale<T>();
        });
    }

    /** Findings have to be compared with what is there: that takes several statements. */
    @Override
    public List<Settlement> completeAll(List<FinishedJob> jobs) {
        List<FinishedJob> all = Check.all("finished jobs", jobs);
        if (all.stream().anyMatch(job -> !job.output().findings().isEmpty())) {
            return UnitOfWork.super.completeAll(all);
        }
        return alone.<List<Settlement>>writeOnce(
                "complete jobs", session -> FinishedJobs.of(all).complete(session.claims()));
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        if (active()) {
            throw new StoreOperationException(
                    "this thread has a unit of work open already: end it first, or use call(...), which joins it",
                    Repeat.USELESS,
                    null);
        }
        return new PostgresUnitHandle(begin(Check.present("unit options", options)));
    }

    @Override
    public boolean active() {
        return current.get() != null;
    }

    private ActiveUnit begin(UnitOptions options) {
        source.requireOpen();
        ActiveUnit unit = new ActiveUnit(sourceFor(options), options, bell, current::remove);
        current.set(unit);
        return unit;
    }

    /** A standby knows no SERIALIZABLE. */
    private ConnectionSource sourceFor(UnitOptions options) {
        Freshness freshness = options.freshness();
        return freshness == null || options.isolation() == Isolation.SERIALIZABLE
                ? source
                : new ReadConnections(source, replicas, freshness);
    }
}
