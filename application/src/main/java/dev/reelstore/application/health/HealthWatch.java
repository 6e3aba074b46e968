package dev.reelstore.application.health;

import dev.reelstore.domain.Health;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener that is told of changes, until this is closed. Safe from any thread. */
public final class HealthWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final Health health;
    private final HealthListener listener;
    private final Consumer<HealthWatch> whenClosed;
    private @Nullable Future<?> looking;
    private boolean healthy = true;
    private boolean closed;

    HealthWatch(Health health, HealthListener listener, Consumer<HealthWatch> whenClosed) {
        this.health = health;
        this.listener = listener;
        this.whenClosed = whenClosed;
    }

    synchronized void endedBy(Future<?> future) {
        looking = future;
        if (closed) {
            future.cancel(false);
        }
    }

    void look() {
        boolean now = false;
        try {
            now = health.poolHealthy();
        } catch (RuntimeException broken) {
            LOG.warn("asking a store whether it is healthy threw, which counts as unhealthy", broken);
        }
        tell(now);
    }

    private synchronized void tell(boolean now) {
        if (closed || now == healthy) {
            return;
        }
        healthy = now;
        if (now) {
            LOG.info("The store is healthy again");
        } else {
            LOG.warn("The store turned unhealthy");
        }
        try {
            listener.changed(now);
        } catch (Throwable broken) {
            LOG.warn("a health listener threw; it is told of the next change", broken);
        }
    }

    /** Ends it: waits for a call of the listener that is under way, and begins no other. More than once is harmless. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (looking != null) {
                looking.cancel(false);
            }
        }
        whenClosed.accept(this);
    }
}
