package dev.reelstore.testkit.contract;

import dev.reelstore.domain.unit.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * One call of a port.
 *
 * @param name the port and its method
 * @param call makes it
 */
record EveryCall(String name, ThrowingCallable call) {

    /** Every method of every store, with arguments that it takes: also of a store that is added tomorrow. */
    static List<EveryCall> of(Stores stores, Samples samples) {
        List<EveryCall> calls = new ArrayList<>();
        for (Method getter : Stores.class.getMethods()) {
            if (getter.getParameterCount() == 0 && getter.getReturnType().isInterface()) {
                Object port = invoke(getter, stores);
                calls.addAll(onPort(getter, any -> port, stores, samples));
                calls.addAll(onPort(getter, any -> invoke(getter, any), stores, samples));
            }
        }
        return calls;
    }

    private static List<EveryCall> onPort(
            Method getter, Function<Stores, Object> port, Stores stores, Samples samples) {
        List<EveryCall> calls = new ArrayList<>();
        for (Method method : getter.getReturnType().getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                Object[] arguments = samples.argumentsOf(method);
                calls.add(new EveryCall(
                        getter.getName() + "()." + method.getName(),
                        () -> invoke(method, port.apply(stores), arguments)));
            }
        }
        return calls;
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw EveryCall.<RuntimeException>same(Objects.requireNonNull(failed.getCause()));
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(method + " cannot be called", hidden);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E same(Throwable failure) throws E {
        throw (E) failure;
    }

    @Override
    public String toString() {
        return name;
    }
}
