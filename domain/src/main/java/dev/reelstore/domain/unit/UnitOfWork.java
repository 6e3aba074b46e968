package dev.reelstore.domain.unit;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.value.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs work whose effects commit together: on return it is committed, on any exception rolled back, and the exception
 * comes out as the very same object.
 *
 * <p>On a thread that has a unit open already, a call joins it: there is one connection and one commit, the outer one.
 * An exception that leaves a joined call dooms the outer unit. Safe from any thread; the units are bound to theirs.
 */
public interface UnitOfWork {

    /**
     * Runs the work in a unit and answers what it answers.
     *
     * @throws E what the work throws, after everything was rolled back
     * @throws dev.reelstore.domain.failure.OutcomeUnknownException when the connection was lost while committing
     * @throws dev.reelstore.domain.failure.StoreException when the unit cannot begin or commit, or is doomed
     */
    <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E;

    /** As {@link #call(UnitOptions, Work)} with the default options. */
    default <T extends @Nullable Object, E extends Exception> T call(Work<T, E> work) throws E {
        return call(UnitOptions.DEFAULT, work);
    }

    /** As {@link #call(UnitOptions, Work)} for work that answers nothing. */
    default <E extends Exception> void run(UnitOptions options, Work.Action<E> work) throws E {
        this.<Boolean, E>call(options, stores -> {
            work.accept(stores);
            return true;
        });
    }

    /** As {@link #run(UnitOptions, Work.Action)} with the default options. */
    default <E extends Exception> void run(Work.Action<E> work) throws E {
        run(UnitOptions.DEFAULT, work);
    }

    /**
     * Runs the work in a unit only if the claim is not stale: its job is locked first and compared once, and rescue,
     * cancel and delete wait until the unit ends. When the claim is stale the work does not run.
     *
     * @throws E what the work throws, after everything was rolled back
     */
    <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E;

    /** As {@link #under(Claim, UnitOptions, Work)} with the default options. */
    default <T extends @Nullable Object, E extends Exception> Guarded<T> under(Claim claim, Work<T, E> work) throws E {
        return under(claim, UnitOptions.DEFAULT, work);
    }

    /**
     * Completes many jobs in one commit, each with what it has brought. Each claim is compared by itself: of a job whose
     * claim is stale, or named before in the list, nothing is written, and it is stale alone. On a thread that has a unit
     * open it joins that.
     *
     * @return what became of each, in their order
     * @throws dev.reelstore.domain.failure.StoreException when the store refuses a part of what one has brought, as
     *     {@link dev.reelstore.domain.analysis.AnalysisStore#add} says; then nothing is written of any
     */
    default List<Settlement> completeAll(List<FinishedJob> jobs) {
        List<FinishedJob> all = Check.all("finished jobs", jobs);
        return this.<List<Settlement>, RuntimeException>call(
                UnitOptions.named("complete jobs"), stores -> new Outputs(stores).completeAll(all));
    }

    /**
     * Opens a unit that the caller commits and closes.
     *
     * @throws dev.reelstore.domain.failure.StoreOperationException when this thread has a unit open already
     */
    UnitHandle open(UnitOptions options);

    /** Whether this thread has a unit open that a call would join. */
    boolean active();
}
