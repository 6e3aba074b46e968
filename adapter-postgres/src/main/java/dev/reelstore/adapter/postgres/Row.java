package dev.reelstore.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The row at which an answer stands, by the names of its columns. For one thread. */
final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    UUID uuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    String text(String column) throws SQLException {
        return rows.getString(column);
    }

    int integer(String column) throws SQLException {
        return rows.getInt(column);
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    Instant time(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Nullable
    UUID optionalUuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    @Nullable
    String optionalText(String column) throws SQLException {
        return rows.getString(column);
    }

    /** A text as what it says. */
    <T> @Nullable T optional(String column, Function<String, T> parse) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : parse.apply(text);
    }

    @Nullable
    Integer optionalInteger(String column) throws SQLException {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
    }

    @Nullable
    Long optionalNumber(String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    @Nullable
    Double optionalReal(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : value;
    }

    @Nullable
    Instant optionalTime(String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** From microseconds. */
    @Nullable
    Duration optionalDuration(String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }
}
