package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;

final class UuidArrayTest {

    private static final UUID ONE = UUID.fromString("0190a0a0-0000-7000-8000-000000000001");
    private static final UUID HIGH = UUID.fromString("ffffffff-ffff-ffff-ffff-fffffffffffe");

    /** More than the driver needs until it asks for answers in binary. */
    private static final int TIMES = 8;

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(new UUID[] {}, "{}"),
                Arguments.of(new UUID[] {ONE}, "{" + ONE + "}"),
                Arguments.of(new UUID[] {ONE, null, HIGH}, "{" + ONE + ",NULL," + HIGH + "}"),
                Arguments.of(new UUID[] {null}, "{NULL}"));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void ourOwnConnectionsSendItInBinary(@Nullable UUID[] elements, String asText) throws SQLException {
        try (Connection connection = PlainDataSource.of(TestStore.settings()).getConnection()) {
            assertThat(binary(connection)).isTrue();
            comesBack(connection, elements, asText);
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void connectionsOfOthersSendItAsText(@Nullable UUID[] elements, String asText) throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection()) {
            assertThat(binary(connection)).isFalse();
            comesBack(connection, elements, asText);
        }
    }

    private static boolean binary(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).binaryTransferSend(Oid.UUID_ARRAY);
    }

    private static void comesBack(Connection connection, @Nullable UUID[] elements, String asText) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT s.a, s.a::text FROM (SELECT ? AS a) AS s")) {
            for (int i = 0; i < TIMES; i++) {
                new ArrayHandler.OfUuids().set(statement, 1, elements);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat((Object[]) rows.getArray(1).getArray()).isEqualTo(elements);
                    assertThat(rows.getString(2)).isEqualTo(asText);
                }
            }
        }
    }
}
