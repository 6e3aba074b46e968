package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what: exclusive locks by key, given on in the order in which they were asked for. Safe from any thread.
 *
 * <p>Each owner waits for one lock at most, so that a deadlock is a chain of waits that leads back to who begins to wait.
 */
final class LockTable {

    private final ReentrantLock mutex = new ReentrantLock();
    private final Map<LockKey, Owner> owners = new HashMap<>();
    private final Map<LockKey, Deque<Waiter>> queues = new HashMap<>();

    /** Takes locks and gives all of them back at once. Only its own thread asks for more. */
    static final class Owner {
        private final List<LockKey> held = new ArrayList<>();
        private @Nullable LockKey waitsFor;
    }

    private record Waiter(Owner owner, Condition granted) {}

    /** Takes a lock unless another holds it; one that the owner has already is taken again for nothing. */
    boolean tryLock(Owner me, LockKey key) {
        mutex.lock();
        try {
            return take(me, key);
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Takes a lock, waiting for whoever holds it. An interrupt does not end the wait; it is still set afterwards.
     *
     * @throws StoreTimeoutException when it was not free in time
     * @throws StoreConflictException when the one who holds it waits for this owner
     */
    void lock(Owner me, LockKey key, long nanos) {
        mutex.lock();
        try {
            if (!take(me, key)) {
                refuseDeadlock(me, key);
                await(me, key, nanos);
            }
        } finally {
            mutex.unlock();
        }
    }

    void releaseAll(Owner me) {
        mutex.lock();
        try {
            me.held.forEach(this::handOn);
            me.held.clear();
        } finally {
            mutex.unlock();
        }
    }

    private boolean take(Owner me, LockKey key) {
        Owner holder = owners.putIfAbsent(key, me);
        if (holder == null) {
            me.held.add(key);
        }
        return holder == null || holder == me;
    }

    private void refuseDeadlock(Owner me, LockKey key) {
        Owner holder = owners.get(key);
        while (holder != null && holder.waitsFor != null) {
            holder = owners.get(holder.waitsFor);
            if (holder == me) {
                throw new StoreConflictException(
                        "deadlock: the unit of work that holds " + key + " waits for one that this one holds;"
                                + " do the whole unit again",
                        Repeat.SAFE,
                        null);
            }
        }
    }

    private void await(Owner me, LockKey key, long nanos) {
        Waiter waiter = new Waiter(me, mutex.newCondition());
        queues.computeIfAbsent(key, any -> new ArrayDeque<>()).add(waiter);
        me.waitsFor = key;
        boolean interrupted = false;
        long deadline = System.nanoTime() + nanos;
        while (owners.get(key) != me) {
            long rest = deadline - System.nanoTime();
            if (rest <= 0) {
                break;
            }
            try {
                waiter.granted.await(rest, TimeUnit.NANOSECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        me.waitsFor = null;
        if (owners.get(key) != me) {
            leave(waiter, key);
            throw new StoreTimeoutException(
                    "waited " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms for " + key
                            + ", which another unit of work holds; do the whole unit again",
                    null);
        }
    }

    private void leave(Waiter waiter, LockKey key) {
        Deque<Waiter> queue = queues.get(key);
        if (queue != null && queue.remove(waiter) && queue.isEmpty()) {
            queues.remove(key);
        }
    }

    private void handOn(LockKey key) {
        Deque<Waiter> queue = queues.get(key);
        if (queue == null) {
            owners.remove(key);
            return;
        }
        Waiter next = queue.remove();
        if (queue.isEmpty()) {
            queues.remove(key);
        }
        owners.put(key, next.owner);
        next.owner.held.add(key);
        next.owner.waitsFor = null;
        next.granted.signal();
    }
}
