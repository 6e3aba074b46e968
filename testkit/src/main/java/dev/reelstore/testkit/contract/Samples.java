package dev.reelstore.testkit.contract;

import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.VideoPatch;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes a valid value of any type that ports take, so that a test can call methods it has never heard of: from a factory
 * or constructor of the type, with samples for its parameters.
 */
final class Samples {

    private static final int DEEPEST = 6;

    private final Map<Class<?>, Object> known = new HashMap<>();

    Samples() {
        known.put(int.class, 1);
        known.put(long.class, 1L);
        known.put(short.class, (short) 1);
        known.put(double.class, 1.0);
        known.put(boolean.class, true);
        known.put(Integer.class, 1);
        known.put(Long.class, 1L);
        known.put(Double.class, 1.0);
        known.put(String.class, "a");
        known.put(UUID.class, new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L));
        known.put(Duration.class, Duration.ofSeconds(10));
        known.put(Instant.class, Instant.parse("2026-01-01T00:00:00Z"));
        known.put(SourceHash.class, new SourceHash("a".repeat(64)));
        known.put(JsonDocument.class, JsonDocument.EMPTY);
        known.put(QualityPatch.class, QualityPatch.NOTHING.url("a"));
        known.put(VideoPatch.class, VideoPatch.NOTHING.title("a"));
    }

    /** The same, with this for its type. */
    Samples with(Object value) {
        known.put(value.getClass(), value);
        return this;
    }

    /** Values for all parameters of this method. */
    Object[] argumentsOf(Method method) {
        return arguments(method, 0);
    }

    /** One of these. */
    Object of(Class<?> type) {
        return of(type, 0);
    }

    /** What may stand there. */
    Object of(RecordComponent component) {
        return of(component.getGenericType(), 0);
    }

    private Object[] arguments(Executable executable, int depth) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(type -> of(type, depth))
                .toArray();
    }

    private Object of(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), depth);
        }
        if (type instanceof Class<?> plain) {
            return plain(plain, depth);
        }
        if (type instanceof WildcardType some) {
            return of(some.getUpperBounds()[0], depth);
        }
        if (type instanceof TypeVariable<?> any) {
            return of(any.getBounds()[0], depth);
        }
        throw new IllegalStateException("no sample of " + type);
    }

    private Object container(Class<?> raw, Type[] of, int depth) {
        if (raw == Set.class) {
            return Set.of(of(of[0], depth));
        }
        if (raw == Map.class) {
            return Map.of(of(of[0], depth), of(of[1], depth));
        }
        if (raw == Optional.class) {
            return Optional.of(of(of[0], depth));
        }
        return raw.isAssignableFrom(List.class) ? List.of(of(of[0], depth)) : plain(raw, depth);
    }

    private Object plain(Class<?> type, int depth) {
        Object value = known.get(type);
        if (value != null) {
            return value;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Optional<Object> constant = constant(type);
        if (constant.isPresent()) {
            return constant.get();
        }
        Optional<Object> made = depth > DEEPEST
                ? Optional.empty()
                : makers(type).flatMap(m -> made(m, depth)).findFirst();
        if (made.isPresent()) {
            return made.get();
        }
        if (type.isSealed()) {
            return plain(type.getPermittedSubclasses()[0], depth + 1);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null);
        }
        throw new IllegalStateException("no sample of " + type + ": give one with Samples.with");
    }

    /** The first that a class without a way to make more has of its own type. */
    private static Optional<Object> constant(Class<?> type) {
        return type.getConstructors().length > 0
                ? Optional.empty()
                : Arrays.stream(type.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                        .findFirst()
                        .map(Samples::read);
    }

    private static Object read(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(constant + " cannot be read", hidden);
        }
    }

    private static Stream<Executable> makers(Class<?> type) {
        List<Executable> makers = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type) {
                makers.add(method);
            }
        }
        makers.addAll(List.of(type.getConstructors()));
        makers.sort(Comparator.comparingInt(Executable::getParameterCount)
                .thenComparing(Executable::getName)
                .thenComparing(Executable::toString));
        return makers.stream();
    }

    private Stream<Object> made(Executable maker, int depth) {
        try {
            Object[] arguments = arguments(maker, depth + 1);
            return Stream.of(
                    maker instanceof Method factory
                            ? factory.invoke(null, arguments)
                            : ((Constructor<?>) maker).newInstance(arguments));
        } catch (InvocationTargetException | IllegalStateException refused) {
            return Stream.empty();
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(maker + " cannot be called", broken);
        }
    }
}
