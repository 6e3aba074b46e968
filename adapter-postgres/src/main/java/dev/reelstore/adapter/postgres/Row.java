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

/**
 * The row at which an answer stands, read column by column from the first on: to look for each by its name took a third of
 * what it took to make a claim of a row. For one thread.
 */
final class Row {

    private final ResultSet rows;
    private int column;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    UUID uuid() throws SQLException {
        return rows.getObject(++column, UUID.class);
    }

    String text() throws SQLException {
        return rows.getString(++column);
    }

    int integer() throws SQLException {
        return rows.getInt(++column);
    }

    long number() throws SQLException {
        return rows.getLong(++column);
    }

    boolean flag() throws SQLException {
        return rows.getBoolean(++column);
    }

    Instant time() throws SQLException {
        return rows.getObject(++column, OffsetDateTime.class).toInstant();
    }

    @Nullable
    UUID optionalUuid() throws SQLException {
        return rows.getObject(++column, UUID.class);
    }

    @Nullable
    String optionalText() throws SQLException {
        return rows.getString(++column);
    }

    /** A text as what it says. */
    <T> @Nullable T optional(Function<String, T> parse) throws SQLException {
        String text = rows.getString(++column);
        return text == null ? null : parse.apply(text);
    }

    @Nullable
    Integer optionalInteger() throws SQLException {
        int value = rows.getInt(++column);
        return rows.wasNull() ? null : value;
    }

    @Nullable
    Long optionalNumber() throws SQLException {
        long value = rows.getLong(++column);
        return rows.wasNull() ? null : value;
    }

    @Nullable
    Double optionalReal() throws SQLException {
        double value = rows.getDouble(++column);
        return rows.wasNull() ? null : value;
    }

    @Nullable
    Instant optionalTime() throws SQLException {
        OffsetDateTime time = rows.getObject(++column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** From microseconds. */
    @Nullable
    Duration optionalDuration() throws SQLException {
        long micros = rows.getLong(++column);
        return rows.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }
}
