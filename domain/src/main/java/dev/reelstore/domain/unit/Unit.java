package dev.reelstore.domain.unit;

import org.jspecify.annotations.Nullable;

/**
 * The stores of one unit of work: everything done on them commits together or not at all. Bound to the unit and to the
 * thread that opened it; used elsewhere or afterwards they refuse with a
 * {@link dev.reelstore.domain.failure.StoreOperationException}.
 *
 * <p>A {@link dev.reelstore.domain.failure.StoreException} thrown by one of the stores dooms the unit: every later call
 * and the commit throw, also when the body swallows it. So does any exception that leaves a nested
 * {@link UnitOfWork#call call}. Only {@link #nested} contains a failure.
 */
public interface Unit extends Stores {

    /**
     * Work that undoes only itself: when it throws, what it did is undone, a doom that arose in it is lifted, its
     * exception comes out as the very same object, and the unit goes on. Work that swallows a store's exception and returns
     * is undone too, and a {@link dev.reelstore.domain.failure.StoreOperationException} says so.
     */
    <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E;

    /** As {@link #nested}, for work that answers nothing. */
    default <E extends Exception> void runNested(Work.Action<E> work) throws E {
        this.<Boolean, E>nested(stores -> {
            work.accept(stores);
            return true;
        });
    }
}
