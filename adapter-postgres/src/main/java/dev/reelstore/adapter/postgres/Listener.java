package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Signals.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription. The lock makes sure that no call begins after {@link #close()} has returned. */
final class Listener implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final Consumer<@Nullable String> ear;
    private final Consumer<Listener> whenClosed;
    private boolean closed;

    /** @param ear gets what was said, or null where something may have been missed */
    Listener(Consumer<@Nullable String> ear, Consumer<Listener> whenClosed) {
        this.ear = ear;
        this.whenClosed = whenClosed;
    }

    synchronized void hear(@Nullable String said) {
        if (closed) {
            return;
        }
        try {
            ear.accept(said);
        } catch (RuntimeException broken) {
            LOG.warn("a listener threw, which it must not; the others are called", broken);
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
