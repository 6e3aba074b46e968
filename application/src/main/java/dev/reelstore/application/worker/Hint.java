package dev.reelstore.application.worker;

import dev.reelstore.domain.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for hints that there is work; without them a worker merely polls. Safe from any thread. */
final class Hint {

    private static final Logger LOG = LoggerFactory.getLogger(Hint.class);

    private final Signals signals;
    private final String queue;
    private final Runnable wake;
    private Signals.@Nullable Subscription subscription;
    private boolean deaf;
    private boolean closed;

    Hint(Signals signals, String queue, Runnable wake) {
        this.signals = signals;
        this.queue = queue;
        this.wake = wake;
    }

    /** Listens unless it does already; never throws. */
    synchronized void listen() {
        if (closed || subscription != null) {
            return;
        }
        try {
            subscription = signals.listen(queue, wake);
            deaf = false;
        } catch (RuntimeException failure) {
            if (!deaf) {
                LOG.warn("Worker on queue '{}' hears no signals and only polls: {}", queue, failure.getMessage());
            }
            deaf = true;
        }
    }

    /** Listens no more; never throws. */
    synchronized void close() {
        closed = true;
        if (subscription != null) {
            try {
                subscription.close();
            } catch (RuntimeException failure) {
                LOG.warn("Worker on queue '{}' could not end its subscription: {}", queue, failure.getMessage());
            }
        }
    }
}
