package dev.reelstore.domain;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A store that is yet to be opened, and what is done as soon as it is: nothing is connected before {@link #open()}.
 * Immutable, safe from any thread.
 *
 * @param <P> the kind of store, so that what follows its opening can use all that this kind offers
 */
public final class Opening<P extends Persistence> {

    private final Supplier<? extends P> store;
    private final List<Callback<? super P>> callbacks;

    private Opening(Supplier<? extends P> store, List<Callback<? super P>> callbacks) {
        this.store = store;
        this.callbacks = callbacks;
    }

    /** @param store opens the store, such as {@code () -> PostgresPersistence.open(settings)}; called by each open */
    public static <P extends Persistence> Opening<P> of(Supplier<? extends P> store) {
        return new Opening<>(Check.present("store", store), List.of());
    }

    /** The same, and then this is done, after all that was to be done already. */
    public Opening<P> afterOpen(Callback<? super P> callback) {
        List<Callback<? super P>> more = new ArrayList<>(callbacks);
        more.add(Check.present("callback", callback));
        return new Opening<>(store, List.copyOf(more));
    }

    /**
     * Opens the store and calls back in the order in which it was asked for, in this thread, each time anew.
     *
     * @return the store, which the caller closes
     * @throws RuntimeException when a callback failed: the store is closed again, the later ones are not called, and an
     *     unchecked exception comes out as the very same object
     * @throws StoreOperationException with the cause when a callback threw a checked exception
     * @throws dev.reelstore.domain.failure.StoreException when the store cannot be opened
     */
    public P open() {
        P opened = store.get();
        int number = 0;
        try {
            for (Callback<? super P> callback : callbacks) {
                number++;
                callback.opened(opened);
            }
            return opened;
        } catch (RuntimeException | Error failed) {
            close(opened, failed);
            throw failed;
        } catch (Exception failed) {
            if (failed instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            StoreOperationException told = new StoreOperationException(
                    "callback " + number + " after the opening failed: " + failed, Repeat.USELESS, failed);
            close(opened, told);
            throw told;
        }
    }

    private static void close(Persistence opened, Throwable failed) {
        try {
            opened.close();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    /**
     * What is done with a store that has just been opened: its pool is there and its schema seen to.
     *
     * @param <P> the kind of store that it needs
     */
    @FunctionalInterface
    public interface Callback<P extends Persistence> {

        /** @throws Exception to have the store closed, and not opened after all */
        void opened(P store) throws Exception;
    }
}
