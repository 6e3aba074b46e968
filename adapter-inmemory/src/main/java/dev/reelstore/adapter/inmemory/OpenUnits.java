package dev.reelstore.adapter.inmemory;

import org.jspecify.annotations.Nullable;

/** Which unit of work is open on which thread. Safe from any thread. */
final class OpenUnits {

    private final ThreadLocal<InMemoryUnit> ofThread = new ThreadLocal<>();

    /** The unit that is open on this thread, or null. */
    @Nullable
    InMemoryUnit current() {
        return ofThread.get();
    }

    void opened(InMemoryUnit unit) {
        ofThread.set(unit);
    }

    void ended() {
        ofThread.remove();
    }
}
