package dev.reelstore.testkit.contract;

import dev.reelstore.domain.unit.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

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

    /** The same calls, each with one argument that it needs missing, or one element of it. */
    static List<EveryCall> withoutOneArgument(Stores stores, Samples samples) {
        List<EveryCall> calls = new ArrayList<>();
        for (Method getter : Stores.class.getMethods()) {
            if (getter.getParameterCount() == 0 && getter.getReturnType().isInterface()) {
                Object port = invoke(getter, stores);
                methods(getter).forEach(method -> calls.addAll(withoutOne(getter, method, port, samples)));
            }
        }
        return calls;
    }

    /** The same calls, each with one text, collection or map that is too large. */
    static List<EveryCall> withTooMuch(Stores stores, Samples samples) {
        List<EveryCall> calls = new ArrayList<>();
        for (Method getter : Stores.class.getMethods()) {
            if (getter.getParameterCount() == 0 && getter.getReturnType().isInterface()) {
                Object port = invoke(getter, stores);
                methods(getter).forEach(method -> {
                    Object[] arguments = samples.argumentsOf(method);
                    for (int i = 0; i < arguments.length; i++) {
                        Object more = TooMuch.like(arguments[i]);
                        if (more != null) {
                            calls.add(with(getter, method, port, arguments, i, more));
                        }
                    }
                });
            }
        }
        return calls;
    }

    private static List<EveryCall> onPort(
            Method getter, Function<Stores, Object> port, Stores stores, Samples samples) {
        return methods(getter)
                .map(method -> {
                    Object[] arguments = samples.argumentsOf(method);
                    return new EveryCall(name(getter, method), () -> invoke(method, port.apply(stores), arguments));
                })
                .toList();
    }

    private static List<EveryCall> withoutOne(Method getter, Method method, Object port, Samples samples) {
        List<EveryCall> calls = new ArrayList<>();
        Object[] arguments = samples.argumentsOf(method);
        for (int i = 0; i < arguments.length; i++) {
            if (!method.getParameterTypes()[i].isPrimitive()
                    && !method.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class)) {
                calls.add(with(getter, method, port, arguments, i, null));
                Object hollow = hollow(arguments[i]);
                if (hollow != null) {
                    calls.add(with(getter, method, port, arguments, i, hollow));
                }
            }
        }
        return calls;
    }

    private static EveryCall with(
            Method getter, Method method, Object port, Object[] arguments, int place, @Nullable Object instead) {
        Object[] changed = arguments.clone();
        changed[place] = instead;
        return new EveryCall(
                name(getter, method) + " with " + (instead == null ? "nothing" : "another") + " for argument "
                        + (place + 1),
                () -> invoke(method, port, changed));
    }

    /** A container whose only element is missing; null where this is no container. */
    private static @Nullable Object hollow(Object argument) {
        if (argument instanceof Set) {
            return new HashSet<>(Collections.singletonList(null));
        }
        if (argument instanceof Map) {
            return Collections.singletonMap(null, null);
        }
        return argument instanceof Collection ? Collections.singletonList(null) : null;
    }

    private static Stream<Method> methods(Method getter) {
        return Arrays.stream(getter.getReturnType().getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    private static String name(Method getter, Method method) {
        return getter.getName() + "()." + method.getName();
    }

    private static Object invoke(Method method, Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw EveryCall.<RuntimeException>same(Objects.requireNonNull(failed.getCause()));
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(method + " cannot be called", hidden);
        }
    }

    /** Makes it; what it throws comes out as the very same object. */
    void make() {
        try {
            call.call();
        } catch (Throwable failed) {
            throw EveryCall.<RuntimeException>same(failed);
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
