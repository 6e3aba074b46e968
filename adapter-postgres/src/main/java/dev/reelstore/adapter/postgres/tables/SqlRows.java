package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.InvalidDataException;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;
import org.postgresql.util.PGobject;

/** Turns rows into maps by the names of their columns, in the order of the columns. Stateless. */
final class SqlRows {

    private SqlRows() {}

    static List<Map<String, @Nullable Object>> all(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (row.containsKey(columns.getColumnLabel(i))) {
                    throw new InvalidDataException(
                            "two columns of the result are called " + columns.getColumnLabel(i)
                                    + ": give one of them another name with AS",
                            null);
                }
                row.put(columns.getColumnLabel(i), value(rows, columns, i));
            }
            all.add(Collections.unmodifiableMap(row));
        }
        return Collections.unmodifiableList(all);
    }

    private static @Nullable Object value(ResultSet rows, ResultSetMetaData columns, int i) throws SQLException {
        Object value = rows.getObject(i);
        if (value instanceof Timestamp) {
            return columns.getColumnTypeName(i).equals("timestamptz")
                    ? rows.getObject(i, OffsetDateTime.class).toInstant()
                    : rows.getObject(i, LocalDateTime.class);
        } else if (value instanceof Time) {
            return columns.getColumnTypeName(i).equals("timetz")
                    ? rows.getObject(i, OffsetTime.class)
                    : rows.getObject(i, LocalTime.class);
        } else if (value instanceof Date) {
            return rows.getObject(i, LocalDate.class);
        } else if (value instanceof Array array) {
            return elements(array);
        } else if (value instanceof PGInterval interval) {
            return duration(interval, rows.getString(i));
        } else if (value instanceof PGobject || value instanceof java.sql.SQLXML) {
            return rows.getString(i);
        }
        return value;
    }

    private static Object elements(Array array) throws SQLException {
        return list((Object[]) array.getArray(), array.getBaseTypeName().equals("timestamptz"));
    }

    private static List<@Nullable Object> list(@Nullable Object[] elements, boolean instants) {
        List<@Nullable Object> list = Arrays.stream(elements)
                .map(element -> element(element, instants))
                .collect(ArrayList::new, List::add, List::addAll);
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object element(@Nullable Object element, boolean instants) {
        if (element instanceof Object[] inner) {
            return list(inner, instants);
        } else if (element instanceof Timestamp time) {
            return instants ? time.toInstant() : time.toLocalDateTime();
        } else if (element instanceof Date date) {
            return date.toLocalDate();
        } else if (element instanceof Time time) {
            return time.toLocalTime();
        } else if (element instanceof PGInterval interval) {
            return duration(interval, interval.toString());
        }
        return element instanceof PGobject object ? object.getValue() : element;
    }

    /** A day is 24 hours; months and years are of no fixed length and stay text. */
    private static Object duration(PGInterval interval, String text) {
        if (interval.getYears() != 0 || interval.getMonths() != 0) {
            return text;
        }
        return Duration.ofDays(interval.getDays())
                .plusHours(interval.getHours())
                .plusMinutes(interval.getMinutes())
                .plusSeconds(interval.getWholeSeconds())
                .plusNanos(interval.getMicroSeconds() * 1_000L);
    }
}
