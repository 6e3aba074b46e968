package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.failure.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with one call. Where that is more than one thing, the ports do not say which of them is told: the first
 * is thrown, with the others as suppressed ones.
 */
final class Faults {

    private @Nullable StoreException first;

    /** Does a part of the call, and notes what is wrong with it. */
    void in(Runnable part) {
        try {
            part.run();
        } catch (StoreException fault) {
            if (first == null) {
                first = fault;
            } else {
                first.addSuppressed(fault);
            }
        }
    }

    /** Throws what was noted. */
    void raise() {
        if (first != null) {
            throw first;
        }
    }
}
