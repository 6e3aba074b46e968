package dev.reelstore.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The database that the tests of this module share, migrated, and what they do to it beside the store. */
final class TestStore {

    /** Short enough for tests to wait for. */
    static final Limits LIMITS = Limits.DEFAULT.lock(Duration.ofMillis(1_000));

    private static final TestDatabase DATABASE = TestDatabase.get().named("reelstore_postgres");
    private static final HikariDataSource POOL = pool();

    static {
        PostgresPersistence.on(POOL, DataSourceSettings.DEFAULT).close();
    }

    private static final Deque<Persistence> OPEN = new ConcurrentLinkedDeque<>();

    private TestStore() {}

    static void closeLater(Persistence store) {
        OPEN.push(store);
    }

    /** Closes all that was opened here: for tests that load these classes more than once in a JVM. */
    static void close() {
        OPEN.forEach(Persistence::close);
        POOL.close();
    }

    static PostgresSettings settings() {
        return settingsAt(DATABASE.url());
    }

    /** By another way to the same database. */
    static PostgresSettings settingsAt(String url) {
        return forTests(PostgresSettings.of(url, DATABASE.user(), Secret.of(DATABASE.password())));
    }

    /** As somebody who is not the owner. */
    static PostgresSettings appSettings() {
        TestRoles.apply(settings());
        return forTests(TestRoles.login(settings(), TestRoles.APP));
    }

    private static PostgresSettings forTests(PostgresSettings settings) {
        return settings.limits(LIMITS).schema(SchemaMode.VALIDATE).pool(PoolSettings.fixed(1, 16));
    }

    static PostgresSettings settings(String database) {
        TestDatabase other = TestDatabase.get().named(database);
        return PostgresSettings.of(other.url(), other.user(), Secret.of(other.password()));
    }

    /** A pool like one that a user brings; it outlives every store that borrows from it. */
    static HikariDataSource dataSource() {
        return POOL;
    }

    static void clear() {
        execute("DELETE FROM reelstore.job; DELETE FROM reelstore.job_gate; DELETE FROM reelstore.worker;"
                + " DELETE FROM reelstore.video; DELETE FROM reelstore.channel");
    }

    /** Moves the store's time by this much from the real one. */
    static void shiftClock(Duration by) {
        execute("CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                + " 'SELECT pg_catalog.clock_timestamp() + "
                + Mapping.micros(by) + " * interval ''1 microsecond'''");
    }

    static void execute(String statement) {
        try (Connection connection = POOL.getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(statement, failed);
        }
    }

    /** The version of the server. */
    static String version() {
        try (Connection connection = POOL.getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    static long count(String table) {
        try (Connection connection = POOL.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(table, failed);
        }
    }

    private static HikariDataSource pool() {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(DATABASE.url());
        configuration.setUsername(DATABASE.user());
        configuration.setPassword(DATABASE.password());
        configuration.setMaximumPoolSize(20);
        configuration.setMinimumIdle(1);
        configuration.setPoolName("users-pool");
        return new HikariDataSource(configuration);
    }
}
