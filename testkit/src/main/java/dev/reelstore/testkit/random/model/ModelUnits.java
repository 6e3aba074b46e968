package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import org.jspecify.annotations.Nullable;

/** Opens units, or joins the one that is open. */
final class ModelUnits implements UnitOfWork {

    private final ModelStore store;

    ModelUnits(ModelStore store) {
        this.store = store;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        ModelUnit outer = store.open();
        if (outer != null) {
            return outer.join(work);
        }
        try (ModelUnit unit = new ModelUnit(store, options)) {
            T answer = work.apply(unit);
            unit.commit();
            return answer;
        }
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return this.<Guarded<T>, E>call(
                options,
                unit -> ((ModelUnit) unit).holds(claim) ? new Guarded.Done<>(work.apply(unit)) : new Guarded.Stale<>());
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        if (active()) {
            throw new StoreOperationException("a unit is open already", Repeat.USELESS, null);
        }
        return new ModelUnit(store, options);
    }

    @Override
    public boolean active() {
        return store.open() != null;
    }
}
