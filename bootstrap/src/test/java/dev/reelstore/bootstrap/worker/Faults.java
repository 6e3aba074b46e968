package dev.reelstore.bootstrap.worker;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Handover;
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
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to a real store: before a call has an effect, after it had one, or for a while. */
final class Faults {

    private final Map<String, Queue<Throwable>> before = new ConcurrentHashMap<>();
    private final Map<String, Queue<Throwable>> after = new ConcurrentHashMap<>();
    private final Map<String, Queue<CountDownLatch>> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> returns = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<Object, Object[]>> instead = new ConcurrentHashMap<>();
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
    void after(String method, Throwable failure) {
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

    /** Waits until so many calls of this method have returned. */
    void awaitReturns(String method, int number) {
        Awaitility.await()
                .atMost(Bench.SOON)
                .until(() -> returns.computeIfAbsent(method, any -> new AtomicInteger())
                                .get()
                        >= number);
    }

    /** Each call of this method does this in its place, and answers nothing. */
    void instead(String method, BiConsumer<Object, Object[]> other) {
        instead.put(method, other);
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
        if (answer instanceof Handover handover) {
            return proxy(Handover.class, handover);
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
        Object answer = instead.containsKey(name)
                ? instead(name, target, arguments)
                : invoke(target, method, withFaultyTaker(arguments));
        raise(after.get(name));
        returns.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
        return answer;
    }

    private @Nullable Object instead(String name, Object target, Object @Nullable [] arguments) {
        instead.get(name).accept(target, arguments);
        return null;
    }

    private Object @Nullable [] withFaultyTaker(Object @Nullable [] arguments) {
        if (arguments != null && arguments.length == 2 && arguments[1] instanceof Handover.Taker taker) {
            return new Object[] {arguments[0], proxy(Handover.Taker.class, taker)};
        }
        return arguments;
    }

    private static void await(@Nullable Queue<CountDownLatch> latches) throws InterruptedException {
        CountDownLatch latch = latches == null ? null : latches.poll();
        if (latch != null) {
            latch.await();
        }
    }

    private static void raise(@Nullable Queue<Throwable> failures) throws Throwable {
        Throwable failure = failures == null ? null : failures.poll();
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
