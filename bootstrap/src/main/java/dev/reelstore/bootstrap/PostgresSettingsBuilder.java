package dev.reelstore.bootstrap;

import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.adapter.postgres.TransactionPooler;
import dev.reelstore.domain.failure.InvalidDataException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns texts into settings; every refusal names the key as the reader of the message wrote it. */
final class PostgresSettingsBuilder {

    /** For the size of the pool: two connections for each core. */
    private static final String AUTO = "auto";

    private static final String NONE = "none";
    private static final String TRANSACTION = "transaction";

    private final Map<SettingKey, String> values;
    private final Function<SettingKey, String> spelling;

    PostgresSettingsBuilder(Map<SettingKey, String> values, Function<SettingKey, String> spelling) {
        this.values = values;
        this.spelling = spelling;
    }

    PostgresSettings build() {
        PostgresSettings defaults =
                PostgresSettings.of(required(SettingKey.URL), required(SettingKey.USER), password());
        Limits limits = defaults.limits();
        return new PostgresSettings(
                defaults.url(),
                defaults.user(),
                defaults.password(),
                pool(),
                duration(SettingKey.CONNECT_TIMEOUT, defaults.connectTimeout()),
                duration(SettingKey.SOCKET_TIMEOUT, defaults.socketTimeout()),
                new Limits(
                        duration(SettingKey.STATEMENT_TIMEOUT, limits.statement()),
                        duration(SettingKey.LOCK_TIMEOUT, limits.lock()),
                        duration(SettingKey.IDLE_IN_TRANSACTION_TIMEOUT, limits.idleInTransaction())),
                schema(defaults.schema()),
                values.getOrDefault(SettingKey.APPLICATION_NAME, defaults.applicationName()),
                replicas(),
                duration(SettingKey.REPLICA_WAIT, defaults.replicaWait()),
                pooler());
    }

    private @Nullable TransactionPooler pooler() {
        String value = values.getOrDefault(SettingKey.POOLER, NONE);
        String direct = values.get(SettingKey.DIRECT_URL);
        switch (value.strip().toLowerCase(Locale.ROOT)) {
            case TRANSACTION -> {
                return new TransactionPooler(direct == null ? null : direct.strip());
            }
            case NONE -> {
                if (direct != null) {
                    throw new InvalidDataException(
                            "setting " + spelling.apply(SettingKey.DIRECT_URL) + " leads past a pooler: it needs "
                                    + spelling.apply(SettingKey.POOLER) + "=" + TRANSACTION,
                            null);
                }
                return null;
            }
            default -> throw refused(SettingKey.POOLER, value, NONE + " or " + TRANSACTION);
        }
    }

    /** A URL may hold commas, but no blanks. */
    private List<String> replicas() {
        String value = values.getOrDefault(SettingKey.REPLICAS, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    private PoolSettings pool() {
        boolean auto = AUTO.equalsIgnoreCase(
                values.getOrDefault(SettingKey.POOL_MAX, "").strip());
        PoolSettings pool = auto ? PoolSettings.autoSized() : PoolSettings.DEFAULT;
        int max = auto ? pool.max() : number(SettingKey.POOL_MAX, pool.max(), "a whole number or " + AUTO);
        return new PoolSettings(
                number(SettingKey.POOL_MIN, Math.max(1, Math.min(pool.min(), max)), "a whole number"),
                max,
                duration(SettingKey.POOL_WAIT, pool.maxWait()),
                duration(SettingKey.POOL_MAX_LIFETIME, pool.maxLifetime()),
                duration(SettingKey.POOL_IDLE_TIMEOUT, pool.idleTimeout()));
    }

    private Secret password() {
        String value = values.get(SettingKey.PASSWORD);
        if (value == null) {
            throw missing(SettingKey.PASSWORD);
        }
        return Secret.of(value);
    }

    private String required(SettingKey key) {
        String value = values.get(key);
        if (value == null || value.isBlank()) {
            throw missing(key);
        }
        return value.strip();
    }

    private int number(SettingKey key, int otherwise, String rule) {
        String value = values.get(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException malformed) {
            throw refused(key, value, rule);
        }
    }

    private Duration duration(SettingKey key, Duration otherwise) {
        String value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        Duration read = DurationText.parse(value);
        if (read == null) {
            throw refused(key, value, "a duration such as 500ms, 30s, 5m, 1h or PT30S");
        }
        return read;
    }

    private SchemaMode schema(SchemaMode otherwise) {
        String value = values.get(SettingKey.SCHEMA);
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(SchemaMode.values())
                .filter(mode -> mode.name().equals(value.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused(SettingKey.SCHEMA, value, "migrate, validate or off"));
    }

    private InvalidDataException missing(SettingKey key) {
        return new InvalidDataException("setting " + spelling.apply(key) + " is missing", null);
    }

    private InvalidDataException refused(SettingKey key, @Nullable String value, String rule) {
        return new InvalidDataException(
                "setting " + spelling.apply(key) + " is '" + value + "': it must be " + rule, null);
    }
}
