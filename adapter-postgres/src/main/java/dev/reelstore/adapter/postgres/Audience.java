package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Signals.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All who listen on one channel: a thread and a connection while there is anybody, none otherwise. Safe from any thread. */
final class Audience {

    private final ConnectionSource source;
    private final Supplier<Channel> channel;
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable ListenerThread thread;

    /** @param channel a new one for each thread: the one before may not have left it yet */
    Audience(ConnectionSource source, Supplier<Channel> channel) {
        this.source = source;
        this.channel = channel;
    }

    /** @param ear gets what was said, or null where something may have been missed */
    Subscription add(Consumer<@Nullable String> ear) {
        Listener listener = new Listener(ear, this::remove);
        join(listener).awaitListening();
        return listener;
    }

    /** Ends all subscriptions and the thread. */
    void close() {
        copy().forEach(Listener::close);
    }

    private ListenerThread join(Listener listener) {
        synchronized (listeners) {
            listeners.add(listener);
            ListenerThread running = thread;
            if (running == null) {
                running = new ListenerThread(source, channel.get(), said -> copy().forEach(each -> each.hear(said)));
                thread = running;
                running.start();
            }
            return running;
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
