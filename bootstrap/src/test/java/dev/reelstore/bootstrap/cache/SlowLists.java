package dev.reelstore.bootstrap.cache;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.quality.QualityStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A store that counts how often lists of renditions are read outside units, and can hold back what one read. */
final class SlowLists {

    private record Hold(CountDownLatch read, CountDownLatch until) {}

    private final Persistence store;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicReference<Hold> hold = new AtomicReference<>();

    SlowLists(Persistence store) {
        this.store = store;
    }

    Persistence persistence() {
        QualityStore qualities = proxy(QualityStore.class, store.qualities(), (method, answer) -> {
            if (method.equals("list")) {
                listed();
            }
            return answer;
        });
        return proxy(Persistence.class, store, (method, answer) -> method.equals("qualities") ? qualities : answer);
    }

    int reads() {
        return reads.get();
    }

    /** Holds back what the next read finds until then; answers what tells that it was read. */
    CountDownLatch holdNext(CountDownLatch until) {
        Hold next = new Hold(new CountDownLatch(1), until);
        hold.set(next);
        return next.read();
    }

    private void listed() {
        reads.incrementAndGet();
        Hold held = hold.getAndSet(null);
        if (held != null) {
            held.read().countDown();
            try {
                if (!held.until().await(10, TimeUnit.SECONDS)) {
                    throw new AssertionError("held for too long");
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private static <T> T proxy(Class<T> port, T target, After after) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> after.answer(method.getName(), call(method, target, arguments))));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @FunctionalInterface
    private interface After {

        Object answer(String method, Object answer);
    }
}
