package dev.reelstore.testkit.contract;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of a record and of the records in it, by their names. */
final class Fields {

    private static final Set<String> TIMES = Set.of("updatedAt");

    private Fields() {}

    /** The names of the fields, but the time of the last change, in which two records differ. */
    static Set<String> changed(Record before, Record after) {
        Map<String, @Nullable Object> old = of(before);
        Set<String> changed = new TreeSet<>();
        of(after).forEach((name, value) -> {
            if (!TIMES.contains(name) && !Objects.equals(old.get(name), value)) {
                changed.add(name);
            }
        });
        return changed;
    }

    /** Every field; those of a record in it as {@code facts.width}. Identities are values. */
    static Map<String, @Nullable Object> of(Record value) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object field = read(component, value);
            if (field instanceof Record inner && inner.getClass().getRecordComponents().length > 1) {
                of(inner).forEach((name, held) -> fields.put(component.getName() + "." + name, held));
            } else {
                fields.put(component.getName(), field);
            }
        }
        return fields;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException hidden) {
            throw new AssertionError(component + " cannot be read", hidden);
        }
    }
}
