package dev.reelstore.domain.unit;

import org.jspecify.annotations.Nullable;

/**
 * The stores of one unit of work: everything done on them commits together or not at all. Bound to the unit and to the
 * thread that opened it; used elsewhere or afterwards they refuse with a
 * {@link dev.reelstore.domain.failure.StoreOperationException}.
 *
 * <p>A {@link dev.reelstore.domain.failure.StoreException} thrown by one of the stores dooms the unit: every later call
 * and the commit throw, also when the body swallows it. So does any exception that leaves a nested
 * {@link UnitOfWork#call call}. Only {@link #nested} contains a failure, and {@link #rollbackTo} undoes one.
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

    /**
     * Marks this moment of the unit, to come back to it with {@link #rollbackTo}. The name may hold any characters and
     * hides an earlier savepoint of the same name until it is released. It counts in the body that set it, and no longer:
     * neither nested work nor a joined call sees the names of the body around it, nor the other way round.
     *
     * @param name 1 to 100 characters, not blank
     * @throws dev.reelstore.domain.failure.InvalidDataException when the name breaks its rule
     * @throws dev.reelstore.domain.failure.StoreException when the unit is doomed or has ended
     */
    void savepoint(String name);

    /**
     * Undoes what the unit wrote since the latest savepoint of this name, and nothing else: no exception is needed, the
     * unit goes on, and what it writes before and afterwards commits with it. The savepoint stays; those set after it are
     * gone. A doom is lifted with what caused it. Locks from before the savepoint are kept; later ones may be.
     *
     * @throws dev.reelstore.domain.failure.StoreOperationException when this body has no savepoint of this name; then
     *     nothing is undone and the unit is doomed
     * @throws dev.reelstore.domain.failure.StoreException when the unit has ended or is out of time
     */
    void rollbackTo(String name);

    /**
     * Forgets the latest savepoint of this name and those set after it; what was done stays. Savepoints end with their
     * body by themselves, so that only loops which set very many need this.
     *
     * @throws dev.reelstore.domain.failure.StoreOperationException when this body has no savepoint of this name; the unit
     *     is doomed then
     * @throws dev.reelstore.domain.failure.StoreException when the unit is doomed or has ended
     */
    void release(String name);
}
