package dev.reelstore.application.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a handler once that its work should end. Safe from any thread. */
final class StopSignal {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private final List<Consumer<StopReason>> callbacks = new ArrayList<>();
    private @Nullable StopReason reason;

    synchronized @Nullable StopReason reason() {
        return reason;
    }

    boolean raised() {
        return reason() != null;
    }

    /** Raises it unless it is raised already: the first reason counts. */
    void raise(StopReason why, Executor caller) {
        List<Consumer<StopReason>> due;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            due = List.copyOf(callbacks);
            callbacks.clear();
        }
        if (!due.isEmpty()) {
            caller.execute(() -> due.forEach(callback -> call(callback, why)));
        }
    }

    void onStop(Consumer<StopReason> callback) {
        StopReason already;
        synchronized (this) {
            already = reason;
            if (already == null) {
                callbacks.add(callback);
            }
        }
        if (already != null) {
            call(callback, already);
        }
    }

    private static void call(Consumer<StopReason> callback, StopReason why) {
        try {
            callback.accept(why);
        } catch (Throwable thrown) {
            LOG.warn("An onStop callback failed on {}; its handler may go on in vain", why, thrown);
        }
    }
}
