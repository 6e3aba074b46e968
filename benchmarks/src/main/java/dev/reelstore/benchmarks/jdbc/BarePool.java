package dev.reelstore.benchmarks.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Latencies;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** A pool with nothing on it, and the first thing that is asked through it. */
final class BarePool {

    private static final int CONNECTIONS = 20;

    private BarePool() {}

    static double firstAnswer(Bench bench) throws Exception {
        return Latencies.of(bench.of(200), 0.5, () -> {
            long begin = System.nanoTime();
            try (HikariDataSource pool = open(bench.database());
                    Connection connection = pool.getConnection();
                    Statement ask = connection.createStatement();
                    ResultSet answer = ask.executeQuery("SELECT 1")) {
                answer.next();
                return System.nanoTime() - begin;
            }
        });
    }

    private static HikariDataSource open(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(Database.USER);
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }
}
