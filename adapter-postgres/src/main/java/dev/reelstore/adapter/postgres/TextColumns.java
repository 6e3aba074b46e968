package dev.reelstore.adapter.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into one array of texts per column, so that one statement, always the same, takes any number of them. Each
 * text is what the server casts back into the very value.
 *
 * @param <T> a row
 */
final class TextColumns<T> {

    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();

    TextColumns<T> with(String name, Function<T, @Nullable Object> value) {
        columns.put(name, value);
        return this;
    }

    /** The columns by their names, each with a value per row. */
    Map<String, List<@Nullable String>> of(List<T> rows) {
        Map<String, List<@Nullable String>> arrays = new LinkedHashMap<>();
        columns.forEach((name, value) -> {
            List<@Nullable String> array = new ArrayList<>(rows.size());
            rows.forEach(row -> array.add(text(value.apply(row))));
            arrays.put(name, array);
        });
        return arrays;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return Long.toString(Mapping.micros(duration));
        }
        return value == null ? null : value.toString();
    }
}
