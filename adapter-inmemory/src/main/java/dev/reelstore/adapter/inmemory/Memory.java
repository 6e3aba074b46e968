package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.StandingRequests;
import dev.reelstore.domain.unit.ReadToken;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** What all units of work of one store share: the committed data, the clock and the locks. Safe from any thread. */
final class Memory {

    /** More than there can be units at once. */
    private static final int ALL = Integer.MAX_VALUE;

    private final ReadToken token = new ReadToken("memory:" + UUID.randomUUID());
    private final InMemorySettings settings;
    private final LockTable locks = new LockTable();
    private final Semaphore writers = new Semaphore(ALL, true);
    private final ReentrantLock committing = new ReentrantLock();
    private final InMemorySignals signals = new InMemorySignals(this);
    private final StandingRequests requests = new StandingRequests(this::checkOpen);
    private volatile State committed = State.EMPTY;
    private volatile boolean closed;

    Memory(InMemorySettings settings) {
        this.settings = settings;
    }

    Instant now() {
        return settings.clock().now();
    }

    /** One for all times: whoever reads reads the latest. */
    ReadToken token() {
        return token;
    }

    long lockTimeoutNanos() {
        return settings.lockTimeout().toNanos();
    }

    LockTable locks() {
        return locks;
    }

    InMemorySignals signals() {
        return signals;
    }

    StandingRequests requests() {
        return requests;
    }

    State committed() {
        return committed;
    }

    /** Replaces the committed data in one step: a reader has all of a commit or nothing. */
    void commit(UnaryOperator<State> changes) {
        committing.lock();
        try {
            checkOpen();
            committed = changes.apply(committed);
        } finally {
            committing.unlock();
        }
    }

    /**
     * Lets a unit write beside others, or alone.
     *
     * @return what to give back to {@link #leave}
     * @throws StoreTimeoutException when others did not make way in time
     */
    int enter(boolean alone, long nanos) {
        int share = alone ? ALL : 1;
        // An untimed tryAcquire would overtake those that wait to be alone, time and again.
        if (writers.hasQueuedThreads() || !writers.tryAcquire(share)) {
            awaitTurn(share, nanos);
        }
        return share;
    }

    void leave(int share) {
        writers.release(share);
    }

    private void awaitTurn(int share, long nanos) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + nanos;
        try {
            while (true) {
                try {
                    if (writers.tryAcquire(share, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return;
                    }
                    throw new StoreTimeoutException(
                            "waited " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms for units of work beside which this"
                                    + " one cannot run, as one of them asked for an isolation above READ COMMITTED;"
                                    + " do the whole unit again",
                            null);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void close() {
        committing.lock();
        try {
            closed = true;
            committed = State.EMPTY;
        } finally {
            committing.unlock();
        }
    }

    boolean open() {
        return !closed;
    }

    void checkOpen() {
        if (closed) {
            throw new StoreUnavailableException("the in-memory store is closed: open a new one", Repeat.USELESS, null);
        }
    }
}
