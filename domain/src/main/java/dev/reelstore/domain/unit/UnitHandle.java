package dev.reelstore.domain.unit;

/**
 * A unit of work that a framework opens and ends by itself; others use {@link UnitOfWork#call}. Bound to the thread that
 * opened it, and never repeated. Ports used on that thread meanwhile join it.
 */
public interface UnitHandle extends AutoCloseable {

    /** The stores of this unit. */
    Unit stores();

    /**
     * Commits and ends the unit.
     *
     * @throws dev.reelstore.domain.failure.OutcomeUnknownException when the connection was lost while committing
     * @throws dev.reelstore.domain.failure.StoreException when it is doomed or has ended, or the commit failed; nothing
     *     was committed then
     */
    void commit();

    /** Rolls back unless it was committed; more than once is harmless. */
    @Override
    void close();
}
