package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.NewJob;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A subscription that keeps the wake-ups that came. */
final class Wakes implements AutoCloseable {

    /** A hint may lag behind its commit by as much as an adapter gathers hints, and no longer. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** So long must it be quiet before a test begins. */
    private static final Duration QUIET = Duration.ofMillis(50);

    private final BlockingQueue<Long> came = new LinkedBlockingQueue<>();
    private final Subscription subscription;

    private Wakes(Persistence store, String queue) {
        subscription = store.signals().listen(queue, () -> came.add(System.nanoTime()));
    }

    static Wakes of(Persistence store) {
        return of(store, NewJob.DEFAULT_QUEUE);
    }

    static Wakes of(Persistence store, String queue) {
        return new Wakes(store, queue);
    }

    /** Waits until it hears: an adapter may take a while to listen, and wake when it does. */
    void awaken(Persistence store) {
        mustFollow(() -> store.jobs().create(Given.job()));
        forget();
    }

    /** Fails unless this wakes. Hints of what was done before do not count. */
    void mustFollow(Runnable change) {
        forget();
        change.run();
        assertThat(next(SOON)).as("a wake-up within %s", SOON).isTrue();
    }

    /** Fails when something wakes within this time. */
    void mustBeNoneWithin(Duration patience) {
        assertThat(next(patience)).as("a wake-up, though there was no commit").isFalse();
    }

    /** Waits until it is quiet. */
    void forget() {
        while (next(QUIET)) {
            came.clear();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private boolean next(Duration wait) {
        try {
            return came.poll(wait.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a wake-up", interrupted);
        }
    }
}
