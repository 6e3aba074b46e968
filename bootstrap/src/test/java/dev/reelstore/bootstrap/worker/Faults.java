package dev.reelstore.bootstrap.worker;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.unit.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to a real store: before a call has an effect, after it had one, or for a while. */
final class Faults {

    private final Map<String, Queue<RuntimeException>> before = new ConcurrentHashMap<>();
    private final Map<String, Queue<RuntimeException>> after = new ConcurrentHashMap<>();
    private final Map<String, Queue<CountDownLatch>> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    /** The store with these faults in the way of its jobs, claims and units of work. */
    Persistence over(Persistence store) {
        return proxy(Persistence.class, store);
    }

    /** The next call of this method fails, and has no effect. */
    void before(String method, RuntimeException failure) {
        before.computeIfAbsent(method, any -> new ConcurrentLinkedQueue<>()).add(failure);
    }

    /** The next call of this method fails, and has had its effect. */
    void after(String method, RuntimeException failure) {
        after.computeIfAbsent(method, any -> new ConcurrentLinkedQueue<>()).add(failure);
    }

    /** The next call of this method has no effect until the latch is open. */
    void hold(String method, CountDownLatch until) {
        held.computeIfAbsent(method, any -> new ConcurrentLinkedQueue<>()).add(until);
    }

    /** Whether every call fails. */
    void down(boolean value) {
        down = value;
    }

    /** Every call of this method fails, until {@link #working}. */
    void failing(String method) {
        failing.add(method);
    }

    void working(String method) {
        failing.remove(method);
    }

    int calls(String method) {
        return calls.computeIfAbsent(method, any -> new AtomicInteger()).get();
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = type == Persistence.class
                            ? invoke(target, method, arguments)
                            : faulty(target, method, arguments);
                    return wrapped(answer);
                }));
    }

    private @Nullable Object wrapped(@Nullable Object answer) {
        if (answer instanceof ClaimStore claims) {
            return proxy(ClaimStore.class, claims);
        }
        if (answer instanceof JobStore jobs) {
            return proxy(JobStore.class, jobs);
        }
        return answer instanceof UnitOfWork units ? proxy(UnitOfWork.class, units) : answer;
    }

    private @Nullable Object faulty(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("active")) {
            return invoke(target, method, arguments);
        }
        calls.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
        if (down || failing.contains(name)) {
            throw new StoreConnectionException("the store is away", null);
        }
        raise(before.get(name));
        await(held.get(name));
        Object answer = invoke(target, method, arguments);
        raise(after.get(name));
        return answer;
    }

    private static void await(@Nullable Queue<CountDownLatch> latches) throws InterruptedException {
        CountDownLatch latch = latches == null ? null : latches.poll();
        if (latch != null) {
            latch.await();
        }
    }

    private static void raise(@Nullable Queue<RuntimeException> failures) {
        RuntimeException failure = failures == null ? null : failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
