package dev.reelstore.testkit.history;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records of ids, texts, numbers, times, enums, lists and other records as words of one line, in the order of their
 * components. A list begins with its size, a choice of a sealed type with its name, a text with an apostrophe.
 */
final class Tokens {

    private static final String NOTHING = "~";
    private static final Map<Class<?>, Function<String, Object>> SIMPLE = Map.of(
            boolean.class, Boolean::valueOf,
            int.class, Integer::valueOf,
            long.class, Long::valueOf,
            UUID.class, UUID::fromString,
            Instant.class, Instant::parse,
            String.class, text -> URLDecoder.decode(text.substring(1), StandardCharsets.UTF_8));

    private Tokens() {}

    static String write(Class<?> type, Record value) {
        List<String> words = new ArrayList<>();
        write(type, value, words);
        return String.join(" ", words);
    }

    /** @throws IllegalArgumentException when the line is not what {@link #write} writes for that type */
    static <T> T read(Class<T> type, String line) {
        try {
            Iterator<String> words = Arrays.asList(line.split(" ")).iterator();
            T value = type.cast(read((Type) type, words));
            if (value == null || words.hasNext()) {
                throw new IllegalArgumentException("more words than a " + type.getSimpleName() + " has");
            }
            return value;
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("not a line of a history: '" + line + "'", broken);
        }
    }

    private static void write(Class<?> type, @Nullable Object value, List<String> words) {
        if (value == null) {
            words.add(NOTHING);
        } else if (value instanceof List<?> list) {
            words.add(Integer.toString(list.size()));
            list.forEach(element -> write(element.getClass(), element, words));
        } else if (value instanceof Record row) {
            if (type.isSealed()) {
                words.add(row.getClass().getSimpleName());
            }
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                write(component.getType(), get(component, row), words);
            }
        } else if (value instanceof String text) {
            words.add("'" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        } else {
            words.add(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
    }

    private static @Nullable Object read(Type type, Iterator<String> words) {
        if (type instanceof ParameterizedType list) {
            int size = Integer.parseInt(words.next());
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Object element = read(list.getActualTypeArguments()[0], words);
                if (element != null) {
                    elements.add(element);
                }
            }
            return List.copyOf(elements);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isSealed()) {
            String name = words.next();
            return read(
                    (Type) Arrays.stream(raw.getPermittedSubclasses())
                            .filter(choice -> choice.getSimpleName().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("no " + raw.getSimpleName() + ": " + name)),
                    words);
        }
        return raw.isRecord() ? make(raw, words) : simple(raw, words.next());
    }

    private static @Nullable Object simple(Class<?> type, String word) {
        if (word.equals(NOTHING)) {
            return null;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + ": " + word));
        }
        Function<String, Object> parser = SIMPLE.get(type);
        if (parser == null) {
            throw new IllegalArgumentException("no words for " + type);
        }
        return parser.apply(word);
    }

    private static Object make(Class<?> type, Iterator<String> words) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(components[i].getGenericType(), words);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalArgumentException("cannot make a " + type.getSimpleName(), broken);
        }
    }

    private static @Nullable Object get(RecordComponent component, Record row) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(component.toString(), broken);
        }
    }
}
