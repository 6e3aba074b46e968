package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table to find. Made with {@link #of} and withers.
 *
 * @param table the table, or a schema and a table with a dot between them
 * @param where columns and the values that they must equal, all of them; null means {@code IS NULL}, a collection means
 *     any of it; empty means every row
 * @param order what to sort by, the first first; empty means in no order
 * @param limit how many at most, or null for all
 */
public record TableQuery(
        String table,
        Map<String, @Nullable Object> where,
        List<Order> order,
        @Nullable Integer limit) {

    /**
     * A column to sort by.
     *
     * @param column the column
     * @param descending whether the greatest goes first
     */
    public record Order(String column, boolean descending) {

        /** @throws dev.reelstore.domain.failure.InvalidDataException when the name cannot be one of a column */
        public Order {
            Identifier.column(column);
        }
    }

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public TableQuery {
        Identifier.read(table);
        where = Collections.unmodifiableMap(new LinkedHashMap<>(Check.present("where", where)));
        order = List.copyOf(Check.present("order", order));
        if (limit != null) {
            Check.range("limit", limit, 0, Integer.MAX_VALUE);
        }
    }

    /** Every row, in no order. */
    public static TableQuery of(String table) {
        return new TableQuery(table, Map.of(), List.of(), null);
    }

    /** The same for rows with these values only. */
    public TableQuery where(Map<String, ? extends @Nullable Object> value) {
        return new TableQuery(table, new LinkedHashMap<>(Check.present("where", value)), order, limit);
    }

    /** The same, sorted by this column, smallest first, after what it is sorted by already. */
    public TableQuery orderBy(String column) {
        return order(new Order(column, false));
    }

    /** The same, sorted by this column, greatest first, after what it is sorted by already. */
    public TableQuery orderByDescending(String column) {
        return order(new Order(column, true));
    }

    /** The same with at most so many rows. */
    public TableQuery limit(int value) {
        return new TableQuery(table, where, order, value);
    }

    private TableQuery order(Order next) {
        List<Order> all = new ArrayList<>(order);
        all.add(next);
        return new TableQuery(table, where, all, limit);
    }
}
