package dev.reelstore.testkit.contract;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are larger than anything a store takes. */
final class TooMuch {

    /** Says that there is a limit, which one, and how much was given. */
    static final String REFUSAL =
            "(?s).{1,100} has \\d+ characters: at most \\d+ are allowed|number of .{1,100} is \\d+: it must be \\d+ to \\d+";

    private static final int MANY = Check.MAX_BATCH + 1;
    private static final String LONG = "a".repeat(JsonDocument.MAX_LENGTH + 1);

    private TooMuch() {}

    /** As this, only longer; null where a value of its kind cannot be, as a set of an enum's constants. */
    static @Nullable Object like(@Nullable Object value) {
        if (value instanceof String) {
            return LONG;
        }
        if (value instanceof Map<?, ?> map) {
            return many(map.entrySet().iterator().next());
        }
        if (value instanceof Collection<?> all && !(value instanceof Set)) {
            return many(all);
        }
        if (value instanceof Set<?> set && !(set.iterator().next() instanceof Enum)) {
            return setOf(MANY, set.iterator().next());
        }
        return null;
    }

    private static List<?> many(Collection<?> some) {
        return Collections.nCopies(MANY, some.iterator().next());
    }

    private static <K, V> Map<K, V> many(Map.Entry<K, V> entry) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<K, V>> entrySet() {
                return setOf(MANY, entry);
            }
        };
    }

    /** A set that says it has so many elements, though all are the same. */
    private static <T> Set<T> setOf(int size, T element) {
        return new AbstractSet<>() {
            @Override
            public Iterator<T> iterator() {
                return Collections.nCopies(size, element).iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
