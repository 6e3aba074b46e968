package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hints by NOTIFY: one thread and one connection while somebody listens, none otherwise. Safe from any thread. */
final class PostgresSignals implements Signals, AutoCloseable {

    private final ConnectionSource source;
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable ListenerThread thread;

    PostgresSignals(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public Subscription listen(String queue, Runnable wake) {
        source.requireOpen();
        Listener listener =
                new Listener(Check.text("job queue", queue, 100), Check.present("wake", wake), this::remove);
        add(listener).awaitListening();
        return listener;
    }

    private ListenerThread add(Listener listener) {
        synchronized (listeners) {
            listeners.add(listener);
            ListenerThread running = thread;
            if (running == null) {
                running = new ListenerThread(source, this::hear);
                thread = running;
                running.start();
            }
            return running;
        }
    }

    /** Ends all subscriptions and the thread. */
    @Override
    public void close() {
        for (Listener listener : copy()) {
            listener.close();
        }
    }

    /** Null stands for every queue. */
    private void hear(@Nullable String queue) {
        for (Listener listener : copy()) {
            if (queue == null || queue.equals(listener.queue())) {
                listener.wake();
            }
        }
    }

    private void remove(Listener listener) {
        ListenerThread idle = null;
        synchronized (listeners) {
            listeners.remove(listener);
            if (listeners.isEmpty()) {
                idle = thread;
                thread = null;
            }
        }
        if (idle != null) {
            idle.end();
        }
    }

    private List<Listener> copy() {
        synchronized (listeners) {
            return List.copyOf(listeners);
        }
    }
}
