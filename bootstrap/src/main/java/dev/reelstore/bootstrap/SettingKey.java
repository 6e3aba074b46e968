package dev.reelstore.bootstrap;

import java.util.Locale;

/**
 * Every setting that can come from outside: {@code reelstore.pool.max} in a map or a file, {@code REELSTORE_POOL_MAX} in
 * the environment. docs/operations.md says what each means.
 */
enum SettingKey {
    URL("url"),
    USER("user"),
    PASSWORD("password"),
    POOL_MIN("pool.min"),
    POOL_MAX("pool.max"),
    POOL_WAIT("pool.wait"),
    POOL_MAX_LIFETIME("pool.max-lifetime"),
    POOL_IDLE_TIMEOUT("pool.idle-timeout"),
    CONNECT_TIMEOUT("connect-timeout"),
    SOCKET_TIMEOUT("socket-timeout"),
    STATEMENT_TIMEOUT("statement-timeout"),
    LOCK_TIMEOUT("lock-timeout"),
    IDLE_IN_TRANSACTION_TIMEOUT("idle-in-transaction-timeout"),
    SCHEMA("schema"),
    APPLICATION_NAME("application-name"),
    REPLICAS("replicas"),
    REPLICA_WAIT("replica-wait"),
    POOLER("pooler"),
    DIRECT_URL("direct-url");

    static final String PREFIX = "reelstore.";
    static final String ENVIRONMENT_PREFIX = "REELSTORE_";

    private final String suffix;

    SettingKey(String suffix) {
        this.suffix = suffix;
    }

    /** As in maps and files. */
    String inFile() {
        return PREFIX + suffix;
    }

    /** As in the environment. */
    String inEnvironment() {
        return inFile().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
