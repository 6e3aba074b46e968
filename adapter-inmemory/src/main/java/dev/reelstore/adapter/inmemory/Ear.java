package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.Signals.Subscription;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One subscription. The lock makes sure that no call begins after {@link #close()} has returned. Safe from any thread.
 *
 * @param <T> what is heard
 */
final class Ear<T> implements Subscription {

    private final ReentrantLock calling = new ReentrantLock();
    private final List<Ear<T>> all;
    private final Consumer<T> listener;
    private boolean ended;

    private Ear(List<Ear<T>> all, Consumer<T> listener) {
        this.all = all;
        this.listener = listener;
    }

    /** @param all the subscriptions that this is one of until it is closed */
    static <T> Ear<T> in(List<Ear<T>> all, Consumer<T> listener) {
        Ear<T> ear = new Ear<>(all, listener);
        all.add(ear);
        return ear;
    }

    void hear(T what) {
        calling.lock();
        try {
            if (!ended) {
                listener.accept(what);
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
