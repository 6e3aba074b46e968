package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Signals.Subscription;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription. The lock makes sure that no call begins after {@link #close()} has returned. */
final class Listener implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final String queue;
    private final Runnable wake;
    private final Consumer<Listener> whenClosed;
    private boolean closed;

    Listener(String queue, Runnable wake, Consumer<Listener> whenClosed) {
        this.queue = queue;
        this.wake = wake;
        this.whenClosed = whenClosed;
    }

    String queue() {
        return queue;
    }

    synchronized void wake() {
        if (closed) {
            return;
        }
        try {
            wake.run();
        } catch (RuntimeException broken) {
            LOG.warn("a listener on queue {} threw, which it must not; the others are called", queue, broken);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        whenClosed.accept(this);
    }
}
