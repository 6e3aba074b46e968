package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.value.Check;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes listeners on the thread whose commit made jobs due. Safe from any thread. */
final class InMemorySignals implements Signals {

    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Memory memory;

    InMemorySignals(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Subscription listen(String queue, Runnable wake) {
        memory.checkOpen();
        Check.text("job queue", queue, 100);
        Check.present("wake", wake);
        List<Listener> inQueue = listeners.computeIfAbsent(queue, any -> new CopyOnWriteArrayList<>());
        Listener listener = new Listener(inQueue, wake);
        inQueue.add(listener);
        return listener;
    }

    boolean heard() {
        return !listeners.isEmpty();
    }

    void wake(Set<String> queues) {
        for (String queue : queues) {
            listeners.getOrDefault(queue, List.of()).forEach(Listener::call);
        }
    }

    private static final class Listener implements Subscription {

        private final ReentrantLock calling = new ReentrantLock();
        private final List<Listener> all;
        private final Runnable wake;
        private boolean ended;

        Listener(List<Listener> all, Runnable wake) {
            this.all = all;
            this.wake = wake;
        }

        void call() {
            calling.lock();
            try {
                if (!ended) {
                    wake.run();
                }
            } catch (RuntimeException broken) {
                // The commit has happened: what a listener does wrong is not the committer's failure.
                Thread here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, broken);
            } finally {
                calling.unlock();
            }
        }

        @Override
        public void close() {
            calling.lock();
            try {
                ended = true;
            } finally {
                calling.unlock();
            }
            all.remove(this);
        }
    }
}
