package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.VideoId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into a column of each type comes out of it again. */
final class SqlGatewayValuesTest extends OwnTables {

    private static final UUID ID = UUID.fromString("0190a0a0-0000-7000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-03-29T01:30:00.123456Z");

    @BeforeAll
    static void create() {
        TestStore.execute("DROP TABLE IF EXISTS public.kinds; DROP TYPE IF EXISTS public.mood;"
                + " CREATE TYPE public.mood AS ENUM ('QUEUED', 'sad'); CREATE TABLE public.kinds (n serial, t text,"
                + " v varchar(20), u uuid, i2 int2, i4 int4, i8 int8, f4 float4, f8 float8, d numeric, b bool,"
                + " ts timestamptz, lts timestamp, da date, ti time, tz timetz, iv interval, j json, jb jsonb, by bytea, m mood, ip"
                + " inet, ta text[], ua uuid[], ia int8[], tsa timestamptz[], ma mood[])");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("t", "a 'b' \\ \"c\"", null),
                Arguments.of("t", 'x', "x"),
                Arguments.of("t", JobStatus.QUEUED, "QUEUED"),
                Arguments.of("t", new SourceHash("a".repeat(64)), "a".repeat(64)),
                Arguments.of("v", "short", null),
                Arguments.of("u", ID, null),
                Arguments.of("u", ID.toString(), ID),
                Arguments.of("u", new JobId(ID), ID),
                Arguments.of("u", new VideoId(ID), ID),
                Arguments.of("u", new QualityId(ID), ID),
                Arguments.of("u", new ChannelId(ID), ID),
                Arguments.of("u", new FindingId(ID), ID),
                Arguments.of("u", new WorkerId(ID), ID),
                Arguments.of("i2", (short) 7, 7),
                Arguments.of("i4", 7, null),
                Arguments.of("i4", 7L, 7),
                Arguments.of("i8", Long.MAX_VALUE, null),
                Arguments.of("i8", 7, 7L),
                Arguments.of("f4", 1.5f, null),
                Arguments.of("f8", 0.1, null),
                Arguments.of("d", new BigDecimal("12345678901234567890.123"), null),
                Arguments.of("d", BigInteger.TEN.pow(30), new BigDecimal(BigInteger.TEN.pow(30))),
                Arguments.of("b", true, null),
                Arguments.of("ts", TIME, null),
                Arguments.of("ts", TIME.plusNanos(999), TIME),
                Arguments.of("ts", TIME.atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime(), TIME),
                Arguments.of("ts", TIME.atZone(ZoneId.of("Europe/Rome")), TIME),
                Arguments.of("tsa", List.of(TIME.atZone(ZoneId.of("Europe/Rome"))), List.of(TIME)),
                Arguments.of("tz", OffsetTime.parse("23:59:59.5+02:00"), null),
                Arguments.of("lts", LocalDateTime.parse("2026-03-29T02:30:00.5"), null),
                Arguments.of("da", LocalDate.parse("0044-03-15"), null),
                Arguments.of("ti", LocalTime.parse("23:59:59.999999"), null),
                Arguments.of("iv", Duration.ofHours(49).plusMillis(1_500), null),
                Arguments.of("iv", Duration.ofSeconds(-90).minusMillis(250), null),
                Arguments.of("iv", "1 mon", "1 mon"),
                Arguments.of("j", new JsonDocument("{\"b\": 1, \"a\": [2]}"), "{\"b\": 1, \"a\": [2]}"),
                Arguments.of("jb", new JsonDocument("{\"b\":1}"), "{\"b\": 1}"),
                Arguments.of("by", new byte[] {0, -1, 39}, null),
                Arguments.of("m", JobStatus.QUEUED, "QUEUED"),
                Arguments.of("m", "sad", "sad"),
                Arguments.of("ip", "10.0.0.1", null),
                Arguments.of("ta", Arrays.asList("a,b", "{\"\\", "NULL", null, ""), null),
                Arguments.of("ta", new String[] {"a"}, List.of("a")),
                Arguments.of("ua", List.of(ID), null),
                Arguments.of("ia", List.of(1L, 2L), null),
                Arguments.of("ia", List.of(), null),
                Arguments.of("tsa", List.of(TIME), null),
                Arguments.of("ma", List.of(JobStatus.QUEUED), List.of("QUEUED")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsKept(String column, Object value, Object other) {
        Object expected = other == null ? value : other;

        assertThat(TABLES.insert("kinds", Map.of(column, value)).get(column)).isEqualTo(expected);
        assertThat(TABLES.execute("INSERT INTO kinds (" + column + ") VALUES (?) RETURNING " + column, value)
                        .get(0)
                        .get(column))
                .isEqualTo(expected);
    }

    @Test
    void nothingIsKeptAsNull() {
        for (String column : List.of("t", "u", "i4", "ts", "j", "by", "m", "ta")) {
            Map<String, Object> row = new HashMap<>();
            row.put(column, null);
            assertThat(TABLES.insert("kinds", row)).containsEntry(column, null);
        }
        assertThat(TABLES.execute("SELECT ?::text AS a", (Object) null).get(0)).containsEntry("a", null);
    }

    @Test
    void collectionsFindAnyOfTheirElements() {
        TABLES.insert("kinds", Map.of("u", ID, "m", "sad", "ts", TIME, "v", "one"));

        assertThat(TABLES.count("kinds", Map.of("u", List.of(new JobId(ID)), "m", List.of("sad"), "ts", List.of(TIME))))
                .isEqualTo(1);
        assertThat(TABLES.execute("SELECT v FROM kinds WHERE v = ANY (?) AND u = ?", List.of("one", "two"), ID))
                .containsExactly(Map.of("v", "one"));
        TABLES.deleteAll("kinds");
    }

    @Test
    void whatIsOfNoKnownTypeIsRefused() {
        for (Object value : List.of(new Date(), new Object(), Map.of(), List.of(List.of()), new int[1])) {
            assertThatThrownBy(() -> TABLES.execute("SELECT ?::text AS a", value))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("parameter 1");
        }
        assertThatThrownBy(() -> TABLES.execute("SELECT ?::text AS a", Instant.MAX))
                .isInstanceOf(InvalidDataException.class);
    }
}
