package dev.reelstore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.adapter.postgres.TransactionPooler;
import dev.reelstore.domain.failure.InvalidDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsReaderTest {

    private static final String URL = "jdbc:postgresql://localhost:5432/reels";

    @Test
    void whatIsNotSaidKeepsItsDefault() {
        assertThat(SettingsReader.fromMap(with("", "")))
                .isEqualTo(PostgresSettings.of(URL, "app", Secret.of("canary-7")));
    }

    @Test
    void everyKeyReachesItsSetting() {
        Map<String, String> map = new HashMap<>(with("reelstore.pool.min", "2"));
        map.put("reelstore.pool.max", "7");
        map.put("reelstore.pool.wait", "3s");
        map.put("reelstore.pool.max-lifetime", "1h");
        map.put("reelstore.pool.idle-timeout", "20s");
        map.put("reelstore.connect-timeout", "4s");
        map.put("reelstore.socket-timeout", "2m");
        map.put("reelstore.statement-timeout", "60s");
        map.put("reelstore.lock-timeout", "500ms");
        map.put("reelstore.idle-in-transaction-timeout", "PT7M");
        map.put("reelstore.schema", "validate");
        map.put("reelstore.application-name", "encoder");
        map.put("reelstore.replicas", " " + URL + "2  " + URL + "3 ");
        map.put("reelstore.replica-wait", "1s");
        map.put("reelstore.pooler", "Transaction");
        map.put("reelstore.direct-url", " " + URL + "9 ");
        PostgresSettings settings = SettingsReader.fromMap(map);
        assertThat(map).hasSize(SettingKey.values().length);
        assertThat(settings.pool())
                .isEqualTo(new PoolSettings(2, 7, Duration.ofSeconds(3), Duration.ofHours(1), Duration.ofSeconds(20)));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.socketTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.limits().statement()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.limits().lock()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.limits().idleInTransaction()).isEqualTo(Duration.ofMinutes(7));
        assertThat(settings.schema()).isEqualTo(SchemaMode.VALIDATE);
        assertThat(settings.applicationName()).isEqualTo("encoder");
        assertThat(settings.replicas()).containsExactly(URL + "2", URL + "3");
        assertThat(settings.replicaWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.pooler()).isEqualTo(TransactionPooler.withDirectUrl(URL + "9"));
    }

    @ParameterizedTest
    @CsvSource({
        "reelstore.pool.maxx, 5, setting reelstore.pool.maxx is unknown: did you mean reelstore.pool.max?",
        "reelstore.pasword, x, setting reelstore.pasword is unknown: did you mean reelstore.password?",
        "reelstore.zebra, x, setting reelstore.zebra is unknown",
        "reelstore.pool.max, many, setting reelstore.pool.max is 'many': it must be a whole number or auto",
        "reelstore.lock-timeout, soon, setting reelstore.lock-timeout is 'soon': it must be a duration",
        "reelstore.schema, maybe, 'setting reelstore.schema is ''maybe'': it must be migrate, validate or off'",
        "reelstore.user, ' ', setting reelstore.user is missing",
        "reelstore.pool.max, 0, pool max is 0",
        "reelstore.replicas, mysql://b, url must begin with jdbc:postgresql:",
        "reelstore.pooler, session, setting reelstore.pooler is 'session': it must be none or transaction",
        "reelstore.direct-url, jdbc:postgresql:b, setting reelstore.direct-url leads past a pooler: it needs",
        "reelstore.replica-wait, 1ms, replicaWait is PT0.001S: it must be from PT0.25S to PT1M",
    })
    void refusalsNameTheKey(String key, String value, String message) {
        assertThatThrownBy(() -> SettingsReader.fromMap(with(key, value)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @EnumSource(
            value = SettingKey.class,
            names = {"URL", "USER", "PASSWORD"})
    void whatMustBeGivenIsDemanded(SettingKey key) {
        Map<String, String> map = new HashMap<>(with("", ""));
        map.remove(key.inFile());
        assertThatThrownBy(() -> SettingsReader.fromMap(map)).hasMessage("setting " + key.inFile() + " is missing");
    }

    @Test
    void thePoolIsSizedByTheCoresOrByTheEnvironment() {
        Map<String, String> environment =
                new HashMap<>(Map.of("REELSTORE_URL", URL, "REELSTORE_USER", "app", "REELSTORE_PASSWORD", "canary-7"));
        environment.put("REELSTORE_POOL_MAX", "auto");
        assertThat(SettingsReader.fromEnvironment(environment).pool()).isEqualTo(PoolSettings.autoSized());

        environment.put("REELSTORE_POOL_MIN", "1");
        assertThat(SettingsReader.fromEnvironment(environment).pool().min()).isEqualTo(1);

        environment.put("REELSTORE_POOL_MAX", "3");
        environment.remove("REELSTORE_POOL_MIN");
        assertThat(SettingsReader.fromEnvironment(environment).pool()).isEqualTo(PoolSettings.fixed(3, 3));

        environment.put("REELSTORE_POOL_MIN", "4");
        assertThatThrownBy(() -> SettingsReader.fromEnvironment(environment))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("pool min is 4: it must be 1 to 3");
    }

    @Test
    void aPoolerMayHaveNoWayPastIt() {
        assertThat(SettingsReader.fromMap(with("reelstore.pooler", "transaction"))
                        .pooler())
                .isEqualTo(TransactionPooler.alone());
        assertThat(SettingsReader.fromMap(with("reelstore.pooler", "none")).pooler())
                .isNull();
    }

    @Test
    void keysOfOthersAreLeftAlone() {
        assertThat(SettingsReader.fromMap(with("spring.datasource.url", "x")).url())
                .isEqualTo(URL);
    }

    @Test
    void environmentWarnsOfWhatKubernetesInjects() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of(
                "REELSTORE_URL",
                URL,
                "REELSTORE_USER",
                "app",
                "REELSTORE_PASSWORD",
                "canary-7",
                "REELSTORE_POOL_MAX",
                "9",
                "REELSTORE_PORT",
                "tcp://10.0.0.7:5432",
                "REELSTORE_SERVICE_HOST",
                "10.0.0.7",
                "HOME",
                "/root");
        try {
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            assertThat(SettingsReader.fromEnvironment(environment).pool().max()).isEqualTo(9);
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("REELSTORE_PORT is not a setting")
                .contains("REELSTORE_SERVICE_HOST is not a setting")
                .doesNotContain("HOME", "canary-7");
    }

    @Test
    void fileIsReadAsUtf8AndRefusedByName(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("reelstore.properties"),
                "reelstore.url=" + URL + "\nreelstore.user=müller\nreelstore.password=canary-7\n");
        assertThat(SettingsReader.fromFile(file).user()).isEqualTo("müller");
        Path missing = directory.resolve("missing.properties");
        assertThatThrownBy(() -> SettingsReader.fromFile(missing)).hasMessageContaining(missing.toString());
    }

    @Test
    void noMessageShowsThePassword() {
        assertThat(SettingsReader.fromMap(with("", "")).toString()).doesNotContain("canary-7");
        assertThatThrownBy(() -> SettingsReader.fromMap(with("reelstore.pool.min", "99")))
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("canary-7"));
    }

    @Test
    void everyKeyIsExplainedToOperators() throws IOException {
        String operations = Files.readString(Path.of("../docs/operations.md"));
        assertThat(Arrays.stream(SettingKey.values()).map(SettingKey::inFile))
                .allSatisfy(key -> assertThat(operations).contains("`" + key + "`"));
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> map =
                new HashMap<>(Map.of("reelstore.url", URL, "reelstore.user", "app", "reelstore.password", "canary-7"));
        if (!key.isEmpty()) {
            map.put(key, value);
        }
        return map;
    }
}
