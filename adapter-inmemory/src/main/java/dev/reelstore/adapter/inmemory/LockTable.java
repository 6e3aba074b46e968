package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what: locks by key, held by one owner alone or shared by several, and given on in the order in which they
 * were asked for. Safe from any thread.
 *
 * <p>Each owner waits for one lock at most, so that a deadlock is a chain of waits that leads back to who begins to wait.
 */
final class LockTable {

    private final ReentrantLock mutex = new ReentrantLock();
    private final Map<LockKey, Holders> holders = new HashMap<>();
    private final Map<LockKey, Deque<Waiter>> queues = new HashMap<>();

    /** Takes locks and gives all of them back at once. Only its own thread asks for more. */
    static final class Owner {
        private final List<LockKey> held = new ArrayList<>();
        private @Nullable LockKey waitsFor;
    }

    private record Waiter(Owner owner, boolean shared, Condition granted) {}

    /** Who holds one key; several only where they share it. */
    private static final class Holders {
        private final Set<Owner> owners = new HashSet<>();
        private boolean shared;

        boolean admit(Owner owner, boolean sharing) {
            boolean alone = owners.isEmpty() || (owners.size() == 1 && owners.contains(owner));
            if (!alone && !(sharing && shared)) {
                return false;
            }
            // Who has it alone keeps it alone.
            shared = owners.isEmpty() ? sharing : shared && sharing;
            return true;
        }

        boolean satisfy(Owner owner, boolean sharing) {
            return owners.contains(owner) && (sharing || !shared);
        }
    }

    /** Takes a lock unless another holds it; one that the owner has already is taken again for nothing. */
    boolean tryLock(Owner me, LockKey key) {
        mutex.lock();
        try {
            return take(me, key, false);
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Takes a lock, waiting for whoever holds it. An interrupt does not end the wait; it is still set afterwards.
     *
     * @throws StoreTimeoutException when it was not free in time
     * @throws StoreConflictException when one who holds it waits for this owner
     */
    void lock(Owner me, LockKey key, long nanos) {
        lock(me, key, false, nanos);
    }

    /** As {@link #lock}, beside others who share it too; an owner that shares it may go on to have it alone. */
    void share(Owner me, LockKey key, long nanos) {
        lock(me, key, true, nanos);
    }

    private void lock(Owner me, LockKey key, boolean shared, long nanos) {
        mutex.lock();
        try {
            if (!take(me, key, shared)) {
                refuseDeadlock(me, key);
                await(me, key, shared, nanos);
            }
        } finally {
            mutex.unlock();
        }
    }

    void releaseAll(Owner me) {
        mutex.lock();
        try {
            for (LockKey key : me.held) {
                release(me, key);
            }
            me.held.clear();
        } finally {
            mutex.unlock();
        }
    }

    private boolean take(Owner me, LockKey key, boolean shared) {
        Holders held = holders.computeIfAbsent(key, any -> new Holders());
        boolean admitted = held.admit(me, shared);
        if (admitted && held.owners.add(me)) {
            me.held.add(key);
        }
        return admitted;
    }

    private void refuseDeadlock(Owner me, LockKey key) {
        if (leadsBack(me, key, me, new HashSet<>())) {
            throw new StoreConflictException(
                    "deadlock: the unit of work that holds " + key + " waits for one that this one holds;"
                            + " do the whole unit again",
                    Repeat.SAFE,
                    null);
        }
    }

    /** Whether one who holds what the waiter wants waits, over however many others, for this owner. */
    private boolean leadsBack(Owner waiter, LockKey key, Owner me, Set<Owner> seen) {
        Holders held = holders.get(key);
        if (held == null) {
            return false;
        }
        for (Owner holder : held.owners) {
            if (holder == waiter || !seen.add(holder)) {
                continue;
            }
            if (holder == me || (holder.waitsFor != null && leadsBack(holder, holder.waitsFor, me, seen))) {
                return true;
            }
        }
        return false;
    }

    private void await(Owner me, LockKey key, boolean shared, long nanos) {
        Waiter waiter = new Waiter(me, shared, mutex.newCondition());
        Deque<Waiter> queue = queues.computeIfAbsent(key, any -> new ArrayDeque<>());
        if (me.held.contains(key)) {
            // Those before it could never go on while it shares the key.
            queue.addFirst(waiter);
        } else {
            queue.add(waiter);
        }
        me.waitsFor = key;
        boolean interrupted = false;
        long deadline = System.nanoTime() + nanos;
        while (!has(me, key, shared)) {
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
        if (!has(me, key, shared)) {
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

    private boolean has(Owner owner, LockKey key, boolean shared) {
        Holders held = holders.get(key);
        return held != null && held.satisfy(owner, shared);
    }

    private void release(Owner me, LockKey key) {
        Holders held = holders.get(key);
        if (held == null) {
            return;
        }
        held.owners.remove(me);
        Deque<Waiter> queue = queues.get(key);
        while (queue != null && !queue.isEmpty()) {
            Waiter next = queue.element();
            if (!take(next.owner, key, next.shared)) {
                return;
            }
            queue.remove();
            next.owner.waitsFor = null;
            next.granted.signal();
        }
        queues.remove(key);
        if (held.owners.isEmpty()) {
            holders.remove(key);
        }
    }
}
