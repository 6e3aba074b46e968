package dev.reelstore.testkit.random.shrinking;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks into records. */
public final class Fields {

    /** The virtual machine makes them anew each time that it is asked. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Fields() {}

    /**
     * All values of some types that these are made of, however deep, each once.
     *
     * @param types classes of records, such as those of ids
     * @param value a record, or a collection or map of values
     */
    public static Set<Object> all(Set<Class<?>> types, Object value) {
        Set<Object> found = new LinkedHashSet<>();
        collect(types, value, found);
        return found;
    }

    private static void collect(Set<Class<?>> types, @Nullable Object value, Set<Object> found) {
        if (value != null && types.contains(value.getClass())) {
            found.add(value);
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> collect(types, one, found));
        } else if (value instanceof Map<?, ?> map) {
            collect(types, map.keySet(), found);
        } else if (value instanceof Record made) {
            for (RecordComponent component : COMPONENTS.get(made.getClass())) {
                collect(types, read(component, made), found);
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
