package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

final class SettingsTest {

    private static final Secret PASSWORD = Secret.of("s3cret");
    private static final PostgresSettings SETTINGS =
            PostgresSettings.of("jdbc:postgresql://db.example:5432/app", "app", PASSWORD);

    @Test
    void thePasswordIsNeverShown() {
        assertThat(SETTINGS.toString()).contains("password=***").doesNotContain("s3cret");
        assertThat(PASSWORD).hasToString("***").isEqualTo(Secret.of("s3cret")).isNotEqualTo(Secret.of("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/app?user=app",
                "jdbc:postgresql://db/app?ssl=true&password=s3cret",
                "jdbc:postgresql://db/app?PassWord=s3cret",
                "jdbc:postgresql://db/app?sslpassword=s3cret",
                "jdbc:postgresql://app:s3cret@db/app"
            })
    void credentialsInTheUrlAreRefusedWithoutBeingShown(String url) {
        assertThatThrownBy(() -> PostgresSettings.of(url, "app", PASSWORD))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("url holds credentials")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/app",
                "postgresql://db/app",
                "jdbc:postgresql://db:notaport/app",
                "jdbc:postgresql://db/app?preferQueryMode=simple",
                "jdbc:postgresql://db/app?preferQueryMode=%73impl%65"
            })
    void otherUrlsThatAreNoGoodAreRefused(String url) {
        assertThatThrownBy(() -> PostgresSettings.of(url, "app", PASSWORD))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("url ");
    }

    @Test
    void refusalsNameTheFieldTheValueAndTheRule() {
        refused(() -> SETTINGS.connectTimeout(Duration.ZERO), "connectTimeout is PT0S", "whole seconds");
        refused(() -> SETTINGS.connectTimeout(Duration.ofMillis(1_500)), "connectTimeout is PT1.5S");
        refused(() -> SETTINGS.socketTimeout(Duration.ofSeconds(30)), "socketTimeout is PT30S", "statementTimeout");
        refused(() -> SETTINGS.limits(Limits.DEFAULT.statement(Duration.ofSeconds(40))), "socketTimeout is PT40S");
        refused(() -> SETTINGS.limits(Limits.DEFAULT.statement(Duration.ZERO)), "socketTimeout is PT40S");
        refused(() -> Limits.DEFAULT.lock(Duration.ofSeconds(31)), "lockTimeout is PT31S", "statementTimeout");
        refused(() -> Limits.DEFAULT.idleInTransaction(Duration.ofNanos(1_000)), "idleInTransactionTimeout");
        refused(() -> SETTINGS.applicationName(" "), "applicationName is blank");
        refused(() -> PoolSettings.fixed(3, 2), "pool min is 3: it must be 1 to 2");
        refused(() -> PoolSettings.fixed(0, 0), "pool max is 0");
        refused(() -> PoolSettings.fixed(0, 1), "pool min is 0");
        refused(() -> PoolSettings.autoSized(0), "cores is 0");
        refused(() -> PoolSettings.withOverflow(0, 3), "pool min is 0");
        refused(() -> PoolSettings.withOverflow(3, -1), "pool overflow is -1");
        refused(() -> PoolSettings.DEFAULT.maxLifetime(Duration.ofSeconds(29)), "pool maxLifetime is PT29S");
        refused(() -> PoolSettings.DEFAULT.idleTimeout(Duration.ofSeconds(9)), "pool idleTimeout is PT9S");
        refused(() -> PoolSettings.DEFAULT.maxWait(Duration.ZERO), "pool maxWait is PT0S", "PT0.25S");
        refused(() -> PostgresSettings.of("db/evil?x", 5432, "app", "app", PASSWORD), "host is 'db/evil?x'");
        refused(() -> PostgresSettings.of("db", 0, "app", "app", PASSWORD), "port is 0");
    }

    @Test
    void poolsComeInTheSizesThatWerePromised() {
        assertThat(PoolSettings.DEFAULT)
                .isEqualTo(new PoolSettings(
                        5, 20, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofMinutes(10)));
        assertThat(PoolSettings.autoSized(4)).isEqualTo(PoolSettings.fixed(2, 8));
        assertThat(PoolSettings.autoSized(1)).isEqualTo(PoolSettings.fixed(2, 2));
        assertThat(PoolSettings.autoSized())
                .isEqualTo(PoolSettings.autoSized(Runtime.getRuntime().availableProcessors()));
        assertThat(PoolSettings.fixed(1, 10))
                .extracting(PoolSettings::min, PoolSettings::max)
                .containsExactly(1, 10);
        assertThat(PoolSettings.withOverflow(5, 10))
                .isEqualTo(
                        new PoolSettings(5, 15, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofSeconds(10)));
        assertThat(SETTINGS.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void settingsOfOnesOwnAreTaken() {
        PostgresSettings own = SETTINGS.pool(PoolSettings.fixed(10, 50).maxWait(Duration.ofSeconds(60)))
                .connectTimeout(Duration.ofSeconds(10))
                .limits(Limits.DEFAULT.statement(Duration.ofSeconds(30)));
        assertThat(own.pool().min()).isEqualTo(10);
        assertThat(own.pool().max()).isEqualTo(50);
        assertThat(own.pool().maxWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(own.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(own.limits().asConnectionOptions()).startsWith("-c statement_timeout=30000 ");
    }

    @Test
    void aStatementTimeoutMayBeAFractionOfASecondOrNone() {
        Limits half = Limits.DEFAULT.lock(Duration.ofMillis(500)).statement(Duration.ofMillis(500));
        assertThat(half.asConnectionOptions()).startsWith("-c statement_timeout=500 -c lock_timeout=500 ");
        PostgresSettings none = SETTINGS.socketTimeout(Duration.ZERO).limits(Limits.DEFAULT.statement(Duration.ZERO));
        assertThat(none.limits().asConnectionOptions()).startsWith("-c statement_timeout=0 ");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example/app, verify-full",
        "jdbc:postgresql://10.0.0.1/app, verify-full",
        "'jdbc:postgresql://localhost,db.example/app', verify-full",
        "jdbc:postgresql://db.example/app?sslmode=require, require",
        "jdbc:postgresql://localhost/app,",
        "jdbc:postgresql://127.0.0.1:5433/app,",
        "jdbc:postgresql://[::1]/app,",
        "jdbc:postgresql:app,"
    })
    void theServerIsCheckedUnlessItIsThisMachineOrTheUrlSaysOtherwise(String url, String mode) throws SQLException {
        PGSimpleDataSource source = PlainDataSource.of(PostgresSettings.of(url, "app", PASSWORD));

        assertThat(source.getProperty(PGProperty.SSL_MODE)).isEqualTo(mode);
    }

    @Test
    void limitsGoWithTheConnectionAndTheUrlMayAddToThem() throws SQLException {
        PGSimpleDataSource source = PlainDataSource.of(PostgresSettings.of(
                "jdbc:postgresql://one,two/app?options=-c%20work_mem=8MB&connectTimeout=2", "app", PASSWORD));

        assertThat(source.getProperty(PGProperty.OPTIONS))
                .startsWith("-c statement_timeout=30000 -c lock_timeout=10000")
                .endsWith("-c work_mem=8MB");
        assertThat(source.getProperty(PGProperty.CONNECT_TIMEOUT)).isEqualTo("2");
        assertThat(source.getProperty(PGProperty.SOCKET_TIMEOUT)).isEqualTo("40");
        assertThat(source.getProperty(PGProperty.TARGET_SERVER_TYPE)).isEqualTo("primary");
    }

    @Test
    void hostPortAndDatabaseBecomeAUrl() {
        assertThat(PostgresSettings.of("db.example", 5433, "my app", "app", PASSWORD)
                        .url())
                .isEqualTo("jdbc:postgresql://db.example:5433/my%20app");
        assertThat(PostgresSettings.of("::1", 5433, "app", "app", PASSWORD).url())
                .isEqualTo("jdbc:postgresql://[::1]:5433/app");
    }

    private static void refused(ThrowingCallable call, String... says) {
        assertThatThrownBy(call).isInstanceOf(InvalidDataException.class).hasMessageContainingAll(says);
    }
}
