package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreUnavailableException;
import java.util.function.Supplier;

/** One store for many tests, opened again when a test has closed it. Used by one thread. */
final class SharedStore {

    private final Supplier<Persistence> opening;
    private Persistence store;

    SharedStore(Supplier<Persistence> opening) {
        this.opening = opening;
    }

    Persistence get() {
        if (store == null || closed(store)) {
            store = opening.get();
            TestStore.closeLater(store);
        }
        return store;
    }

    Persistence another() {
        return opening.get();
    }

    private static boolean closed(Persistence store) {
        try {
            store.now();
            return false;
        } catch (StoreUnavailableException closed) {
            return true;
        }
    }
}
