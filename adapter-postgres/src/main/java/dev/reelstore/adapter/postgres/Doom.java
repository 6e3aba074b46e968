package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import org.jspecify.annotations.Nullable;

/** Remembers the first failure in a unit, after which the unit cannot commit. Used by one thread. */
final class Doom {

    private @Nullable Throwable first;

    void by(Throwable failure) {
        if (first == null) {
            first = failure;
        }
    }

    void lift() {
        first = null;
    }

    boolean sealed() {
        return first != null;
    }

    StoreOperationException refusal(String unit) {
        Repeat repeat = first == null ? Repeat.USELESS : Repeat.after(first);
        return new StoreOperationException(
                unit + ": a failure inside it dooms it, so it cannot go on or commit; contain failures that may happen"
                        + " with nested(...)",
                repeat,
                first);
    }
}
