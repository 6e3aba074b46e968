package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.VideoId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns values of Java into parameters. Stateless. */
final class SqlValues {

    private SqlValues() {}

    static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int i, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(i, Types.NULL);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(i, bytes);
        } else if (value instanceof Instant instant) {
            statement.setObject(i, Check.instant("parameter " + i, instant).atOffset(ZoneOffset.UTC));
        } else if (value instanceof ZonedDateTime time) {
            statement.setObject(i, time.toOffsetDateTime());
        } else if (value instanceof BigInteger number) {
            statement.setBigDecimal(i, new BigDecimal(number));
        } else if (knownToTheDriver(value)) {
            statement.setObject(i, value);
        } else {
            // Of no type, like a literal: the server takes the type of the column that it meets.
            statement.setObject(i, text(i, value), Types.OTHER);
        }
    }

    private static boolean knownToTheDriver(Object value) {
        return value instanceof Boolean
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Float
                || value instanceof Double
                || value instanceof BigDecimal
                || value instanceof UUID
                || value instanceof OffsetDateTime
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof LocalTime
                || value instanceof OffsetTime;
    }

    private static String text(int i, Object value) {
        if (value instanceof Collection<?> elements) {
            return array(i, elements);
        }
        if (value instanceof Object[] elements) {
            return array(i, Arrays.asList(elements));
        }
        return element(i, value);
    }

    private static String array(int i, Collection<? extends @Nullable Object> elements) {
        return elements.stream()
                .map(element -> element == null ? "NULL" : quoted(element(i, element)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String element(int i, Object value) {
        if (value instanceof String || value instanceof Character) {
            return storable(i, value.toString());
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof JsonDocument json) {
            return json.text();
        } else if (value instanceof Instant instant) {
            return Check.instant("parameter " + i, instant).toString();
        } else if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime().toString();
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof JobId
                || value instanceof VideoId
                || value instanceof QualityId
                || value instanceof ChannelId
                || value instanceof FindingId
                || value instanceof WorkerId
                || value instanceof SourceHash
                || value instanceof Duration
                || value instanceof BigInteger
                || knownToTheDriver(value)) {
            return value.toString();
        }
        throw new InvalidDataException(
                "parameter " + i + " is a " + value.getClass().getName()
                        + ": give a string, number, boolean, UUID, time, duration, enum, JSON document, id, byte[] or a"
                        + " collection of those",
                null);
    }

    private static String storable(int i, String text) {
        String checked = Check.optionalText("parameter " + i, text, Integer.MAX_VALUE);
        return checked == null ? "" : checked;
    }
}
