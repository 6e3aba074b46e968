package dev.reelstore.testkit.contract;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import java.util.concurrent.Callable;

/** Repeats as a careful caller does: a whole unit, and only where the failure says that it is safe. */
final class Again {

    private Again() {}

    /** What the work answers once it does not fail with {@link Repeat#SAFE}; any other failure comes out at once. */
    static <T> T whileSafe(Callable<T> work) throws Exception {
        long end = System.nanoTime() + Elsewhere.DEADLINE.toNanos() / 2;
        while (true) {
            try {
                return work.call();
            } catch (StoreException failed) {
                if (failed.repeat() != Repeat.SAFE || System.nanoTime() > end) {
                    throw failed;
                }
                Thread.yield();
            }
        }
    }
}
