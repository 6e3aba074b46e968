package dev.reelstore.bootstrap.facade;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.adapter.postgres.DataSourceSettings;
import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The database that the tests of the façade share, and what they do to it beside the store. */
public final class TestDatabases {

    /** Short enough for tests to wait for. */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(1);

    private static final TestDatabase DATABASE = TestDatabase.get().named("reelstore_facade");
    private static final DataSourceSettings SETTINGS =
            DataSourceSettings.DEFAULT.schema(SchemaMode.OFF).limits(Limits.DEFAULT.lock(LOCK_TIMEOUT));
    private static final HikariDataSource POOL = pool();

    static {
        PostgresPersistence.on(POOL, DataSourceSettings.DEFAULT).close();
    }

    private TestDatabases() {}

    /** A store that borrows its connections; closing it leaves them to the next. */
    public static Persistence borrowing() {
        return PostgresPersistence.on(POOL, SETTINGS);
    }

    /** As {@link #borrowing}, waiting for locks longer than the server takes to find a deadlock. */
    public static Persistence patient() {
        return PostgresPersistence.on(POOL, DataSourceSettings.DEFAULT.schema(SchemaMode.OFF));
    }

    /** What opens a store with a pool of its own. */
    public static PostgresSettings settings() {
        return PostgresSettings.of(DATABASE.url(), DATABASE.user(), Secret.of(DATABASE.password()));
    }

    /** Empties the store and sets its time right. */
    public static void clear() {
        execute("DELETE FROM reelstore.job; DELETE FROM reelstore.job_gate; DELETE FROM reelstore.worker;"
                + " DELETE FROM reelstore.video; DELETE FROM reelstore.channel");
        shiftClock(Duration.ZERO);
    }

    /** Moves the store's time by this much from the real one. */
    public static void shiftClock(Duration by) {
        execute("CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                + " 'SELECT pg_catalog.clock_timestamp() + " + by.toNanos() / 1_000
                + " * interval ''1 microsecond'''");
    }

    /** Runs a statement beside the store. */
    public static void execute(String statement) {
        try (Connection connection = POOL.getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(statement, failed);
        }
    }

    private static HikariDataSource pool() {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(DATABASE.url());
        configuration.setUsername(DATABASE.user());
        configuration.setPassword(DATABASE.password());
        configuration.setMaximumPoolSize(20);
        configuration.setMinimumIdle(1);
        return new HikariDataSource(configuration);
    }
}
