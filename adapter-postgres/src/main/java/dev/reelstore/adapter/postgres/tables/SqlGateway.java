package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.value.Check;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's own tables beside those of the store. In a unit of work that is open on the calling thread a call is part of
 * it: one connection, one commit, each sees what the other has not committed yet. Elsewhere it is a transaction of its
 * own, run once; whoever wants repeats wraps it in a unit of the façade. Safe from any thread.
 *
 * <p><b>Names</b> of tables and columns are quoted: they are taken exactly as the catalog has them, mostly in small
 * letters, and whatever they hold is a name. A table may have a schema with a dot before it. <b>Values</b> are always
 * bound: strings, numbers, booleans, {@code UUID}, dates, times and durations of {@code java.time}, {@code byte[]}, enums
 * by their names, {@link dev.reelstore.domain.value.JsonDocument} for {@code json} and {@code jsonb}, ids of the store,
 * collections as arrays. Text goes without a type, like a literal, so that it fits columns of any type; where there is no
 * column to take one from, write {@code ?::text}.
 *
 * <p><b>Rows</b> are unmodifiable maps in the order of the columns. {@code timestamptz} comes as {@code Instant},
 * {@code timestamp}, {@code date} and {@code time} as their {@code Local} types, {@code interval} as {@code Duration}
 * unless it has months, {@code bytea} as {@code byte[]}, {@code numeric} as {@code BigDecimal}, arrays as lists, and what
 * Java has no type for, {@code json} too, as text.
 *
 * <p>The schema {@code reelstore} is refused, since it has ports; only its views {@code reelstore.jobs} and
 * {@code reelstore.videos} may be read. A name without a schema never means a table of it, whatever the search path says.
 *
 * <p>Failures are those of the stores. A broken unique, foreign or exclusion constraint is a
 * {@link dev.reelstore.domain.failure.StoreConflictException} that is useless to repeat. Any failure dooms the unit.
 */
public final class SqlGateway {

    private final Transactions transactions;

    /** On connections from here. */
    public SqlGateway(Transactions transactions) {
        this.transactions = Check.present("transactions", transactions);
    }

    /**
     * Inserts a row and answers it as the database has it, generated columns and all: {@code insert(...).get("id")}.
     *
     * @param row columns and values; what is not named gets its default
     * @throws StoreOperationException when a trigger or a rule of the table kept the row out
     */
    public Map<String, @Nullable Object> insert(String table, Map<String, ? extends @Nullable Object> row) {
        return transactions.run("insert into " + table, true, connection -> {
            SqlText sql = SqlText.insert(table, Check.present("row", row));
            return rows(connection, sql.text() + " RETURNING *", sql.values()).stream()
                    .findFirst()
                    .orElseThrow(() -> new StoreOperationException(
                            "no row was inserted into " + table
                                    + ": a trigger or a rule of it kept the row out; insertAll does not mind",
                            Repeat.USELESS,
                            null));
        });
    }

    /**
     * Inserts many rows in one batch: all or none.
     *
     * @param rows all with the same columns; an empty list does nothing
     * @return how many
     */
    public int insertAll(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        return transactions.run("insert into " + table, true, connection -> {
            if (Check.all("rows", rows).isEmpty()) {
                return 0;
            }
            Map<String, ?> first = rows.get(0);
            List<List<@Nullable Object>> values = rows.stream()
                    .map(row -> inOrder(List.copyOf(first.keySet()), row))
                    .toList();
            batch(connection, SqlText.insert(table, first).text(), values);
            return rows.size();
        });
    }

    private static List<@Nullable Object> inOrder(List<String> columns, Map<String, ? extends @Nullable Object> row) {
        if (row.size() != columns.size() || !row.keySet().containsAll(columns)) {
            throw new InvalidDataException(
                    "rows differ in their columns, " + columns + " and " + row.keySet() + ": give all the same", null);
        }
        return columns.stream().<@Nullable Object>map(row::get).collect(ArrayList::new, List::add, List::addAll);
    }

    /** A row with these values, any of them where there are several. */
    public Optional<Map<String, @Nullable Object>> findOne(
            String table, Map<String, ? extends @Nullable Object> where) {
        return findMany(TableQuery.of(table).where(where).limit(1)).stream().findFirst();
    }

    /** All rows that the query asks for; an empty list where there are none. */
    public List<Map<String, @Nullable Object>> findMany(TableQuery query) {
        return transactions.run("find in " + Check.present("query", query).table(), false, connection -> {
            SqlText sql = SqlText.select(query);
            return rows(connection, sql.text(), sql.values());
        });
    }

    /** How many rows have these values; with an empty map, how many there are. */
    public long count(String table, Map<String, ? extends @Nullable Object> where) {
        return transactions.run("count in " + table, false, connection -> {
            SqlText sql = SqlText.count(table, where);
            return (Long) Objects.requireNonNull(
                    rows(connection, sql.text(), sql.values()).get(0).get("count"));
        });
    }

    /**
     * Changes the rows with these values.
     *
     * @param where not empty: see {@link #updateAll}
     * @return how many
     */
    public int update(
            String table, Map<String, ? extends @Nullable Object> set, Map<String, ? extends @Nullable Object> where) {
        return change("update " + table, () -> SqlText.update(table, set, some(where)));
    }

    /** Changes every row of the table; answers how many there are. */
    public int updateAll(String table, Map<String, ? extends @Nullable Object> set) {
        return change("update " + table, () -> SqlText.update(table, set, Map.of()));
    }

    /**
     * Deletes the rows with these values.
     *
     * @param where not empty: see {@link #deleteAll}
     * @return how many
     */
    public int delete(String table, Map<String, ? extends @Nullable Object> where) {
        return change("delete from " + table, () -> SqlText.delete(table, some(where)));
    }

    /** Deletes every row of the table; answers how many there were. */
    public int deleteAll(String table) {
        return change("delete from " + table, () -> SqlText.delete(table, Map.of()));
    }

    /** A forgotten condition must not reach every row. */
    private static <T> Map<String, T> some(Map<String, T> where) {
        if (Check.present("where", where).isEmpty()) {
            throw new InvalidDataException(
                    "where is empty: for every row of the table there are updateAll and deleteAll", null);
        }
        return where;
    }

    /**
     * Executes one statement of any kind.
     *
     * @param sql with {@code ?} for each value, and {@code ??} for an operator that is a question mark
     * @param values in the order of their places
     * @return the rows, also those of RETURNING; an empty list where the statement has none
     */
    public List<Map<String, @Nullable Object>> execute(String sql, @Nullable Object... values) {
        return transactions.run(
                "execute",
                false,
                connection -> rows(connection, SqlGuard.checkOne(sql), Arrays.asList(Check.present("values", values))));
    }

    /**
     * Executes one statement for many lists of values in one batch: all or none.
     *
     * @param sql without rows to answer
     * @return how many rows were changed in all; a list of values counts as one where the driver does not say
     */
    public long executeMany(String sql, List<? extends List<? extends @Nullable Object>> values) {
        return transactions.run(
                "execute many",
                false,
                connection -> batch(connection, SqlGuard.checkOne(sql), Check.all("values", values)));
    }

    /**
     * Lends the connection itself, for what is not offered here. It refuses to commit, roll back, close, unwrap or set
     * anything, and is of no use after the work or on another thread. A statement that failed fails the unit, also when
     * the work looks away; what may fail belongs into {@code nested}.
     *
     * @throws E what the work throws, as the same object; exceptions of the database as failures of the store
     */
    public <T extends @Nullable Object, E extends Exception> T connection(OnConnection<T, E> work) throws E {
        Check.present("work", work);
        return transactions.<T, E>run("connection", false, connection -> {
            Lease lease = new Lease();
            try {
                return work.apply(Lent.connection(connection, lease));
            } finally {
                lease.end();
            }
        });
    }

    /** Builds a statement, checking its names. */
    @FunctionalInterface
    private interface Building {

        SqlText build();
    }

    private int change(String name, Building building) {
        return transactions.run(name, true, connection -> {
            SqlText sql = building.build();
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                SqlValues.bind(statement, sql.values());
                return statement.executeUpdate();
            }
        });
    }

    private static List<Map<String, @Nullable Object>> rows(
            Connection connection, String sql, List<? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            SqlValues.bind(statement, values);
            if (!statement.execute()) {
                return List.of();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return SqlRows.all(rows);
            }
        }
    }

    private static long batch(
            Connection connection, String sql, List<? extends List<? extends @Nullable Object>> values)
            throws SQLException {
        if (values.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> row : values) {
                SqlValues.bind(statement, row);
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch())
                    .asLongStream()
                    .map(changed -> changed < 0 ? 1 : changed)
                    .sum();
        }
    }
}
