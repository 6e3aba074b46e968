package dev.reelstore.fire.process;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.Work;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A persistence whose calls for jobs, claims and units are told before and after each, also of those inside units. The
 * calls themselves go through unchanged.
 */
final class Tapped {

    /** Hears of each call, in its thread. */
    interface Tap {

        void passing(String call, boolean after);
    }

    private static final Set<Class<?>> TOLD = Set.of(JobStore.class, ClaimStore.class, UnitOfWork.class);

    private final Tap tap;

    private Tapped(Tap tap) {
        this.tap = tap;
    }

    static Persistence on(Persistence real, Tap tap) {
        return new Tapped(tap).wrap(Persistence.class, real);
    }

    private <T> T wrap(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean told = TOLD.contains(method.getDeclaringClass());
        if (told) {
            tap.passing(method.getName(), false);
        }
        Object answer = invoke(real, method, arguments);
        if (told) {
            tap.passing(method.getName(), true);
        }
        return wrapped(method.getReturnType(), answer);
    }

    private @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null) {
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof Work<?, ?> work) {
                    arguments[i] = tapped(work);
                } else if (arguments[i] instanceof Work.Action<?> action) {
                    arguments[i] = tapped(action);
                }
            }
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private <T extends @Nullable Object, E extends Exception> Work<T, E> tapped(Work<T, E> work) {
        return unit -> work.apply(wrap(Unit.class, unit));
    }

    private <E extends Exception> Work.Action<E> tapped(Work.Action<E> action) {
        return unit -> action.accept(wrap(Unit.class, unit));
    }

    private @Nullable Object wrapped(Class<?> type, @Nullable Object answer) {
        if (answer instanceof JobStore jobs && type == JobStore.class) {
            return wrap(JobStore.class, jobs);
        }
        if (answer instanceof ClaimStore claims && type == ClaimStore.class) {
            return wrap(ClaimStore.class, claims);
        }
        return answer instanceof UnitOfWork units && type == UnitOfWork.class ? wrap(UnitOfWork.class, units) : answer;
    }
}
