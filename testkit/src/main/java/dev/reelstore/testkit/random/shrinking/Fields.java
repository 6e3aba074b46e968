package dev.reelstore.testkit.random.shrinking;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks into records. */
public final class Fields {

    private Fields() {}

    /**
     * All values of a type that these are made of, however deep, each once.
     *
     * @param type a record, such as that of an id
     * @param value a record, or a collection or map of values
     */
    public static <T> Set<T> all(Class<T> type, Object value) {
        Set<T> found = new LinkedHashSet<>();
        collect(type, value, found);
        return found;
    }

    private static <T> void collect(Class<T> type, @Nullable Object value, Set<T> found) {
        if (type.isInstance(value)) {
            found.add(type.cast(value));
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> collect(type, one, found));
        } else if (value instanceof Map<?, ?> map) {
            collect(type, map.keySet(), found);
        } else if (value instanceof Record made) {
            for (RecordComponent component : made.getClass().getRecordComponents()) {
                collect(type, read(component, made), found);
            }
        }
    }

    static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("cannot read " + component + " of " + value.getClass(), hidden);
        }
    }
}
