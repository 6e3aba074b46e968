package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement with its values in the order of its places, put together from quoted names. For one thread. */
final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private SqlText(String start) {
        text.append(start);
    }

    String text() {
        return text.toString();
    }

    List<@Nullable Object> values() {
        return values;
    }

    static SqlText insert(String table, Map<String, ? extends @Nullable Object> row) {
        SqlText sql = new SqlText("INSERT INTO " + Identifier.written(table));
        if (row.isEmpty()) {
            sql.text.append(" DEFAULT VALUES");
            return sql;
        }
        List<String> columns = row.keySet().stream().map(Identifier::column).toList();
        sql.text.append(" (").append(String.join(", ", columns)).append(") VALUES (");
        sql.text.append("?, ".repeat(columns.size() - 1)).append("?)");
        sql.values.addAll(row.values());
        return sql;
    }

    static SqlText select(TableQuery query) {
        SqlText sql = new SqlText("SELECT * FROM " + Identifier.read(query.table()));
        sql.where(query.where());
        String separator = " ORDER BY ";
        for (TableQuery.Order order : query.order()) {
            sql.text
                    .append(separator)
                    .append(Identifier.column(order.column()))
                    .append(order.descending() ? " DESC" : "");
            separator = ", ";
        }
        if (query.limit() != null) {
            sql.text.append(" LIMIT ?");
            sql.values.add(query.limit());
        }
        return sql;
    }

    static SqlText count(String table, Map<String, ? extends @Nullable Object> where) {
        SqlText sql = new SqlText("SELECT count(*) FROM " + Identifier.read(table));
        sql.where(where);
        return sql;
    }

    static SqlText update(
            String table, Map<String, ? extends @Nullable Object> set, Map<String, ? extends @Nullable Object> where) {
        SqlText sql = new SqlText("UPDATE " + Identifier.written(table));
        if (Check.present("set", set).isEmpty()) {
            throw new InvalidDataException("set is empty: name a column to change", null);
        }
        String separator = " SET ";
        for (Map.Entry<String, ? extends @Nullable Object> change : set.entrySet()) {
            sql.text
                    .append(separator)
                    .append(Identifier.column(change.getKey()))
                    .append(" = ?");
            sql.values.add(change.getValue());
            separator = ", ";
        }
        sql.where(where);
        return sql;
    }

    static SqlText delete(String table, Map<String, ? extends @Nullable Object> where) {
        SqlText sql = new SqlText("DELETE FROM " + Identifier.written(table));
        sql.where(where);
        return sql;
    }

    private void where(Map<String, ? extends @Nullable Object> where) {
        String separator = " WHERE ";
        for (Map.Entry<String, ? extends @Nullable Object> condition :
                Check.present("where", where).entrySet()) {
            Object value = condition.getValue();
            text.append(separator).append(Identifier.column(condition.getKey()));
            if (value == null) {
                text.append(" IS NULL");
            } else {
                text.append(value instanceof Collection ? " = ANY (?)" : " = ?");
                values.add(value);
            }
            separator = " AND ";
        }
    }
}
