package dev.reelstore.benchmarks.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.benchmarks.BenchServer.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the peers in Java run on. */
final class Stores {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Stores() {}

    /** Drops all that the last race left. */
    static void empty(Database database) throws SQLException {
        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    /** What every contestant does between filling a queue and the race. */
    static void settle(Database database) throws SQLException {
        database.execute("VACUUM ANALYZE", "CHECKPOINT");
    }

    /** A pool whose connections are all open, so that no race pays for them. */
    static HikariDataSource pool(Database database, int size) throws SQLException {
        return pool(database.url(), size);
    }

    /** The same for a process that knows no more than the URL. */
    static HikariDataSource pool(String url, int size) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(Database.USER);
        config.setPassword("");
        config.setMaximumPoolSize(size);
        // sends a JDBC batch as inserts of many rows
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        HikariDataSource pool = new HikariDataSource(config);
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(pool.getConnection());
        }
        for (Connection connection : all) {
            connection.close();
        }
        return pool;
    }

    /** Waits until all jobs were handled. */
    static void await(CountDownLatch handled) throws InterruptedException {
        if (!handled.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(handled.getCount() + " jobs were not handled within " + LIMIT);
        }
    }
}
