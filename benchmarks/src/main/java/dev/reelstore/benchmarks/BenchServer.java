package dev.reelstore.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one PostgreSQL server of a run, as durable as one in production. */
public final class BenchServer implements AutoCloseable {

    /**
     * A database on it.
     *
     * @param url without credentials
     * @param port of the server, on loopback
     * @param name of the database
     */
    public record Database(String url, int port, String name) {

        /** Who owns everything; the server trusts loopback. */
        public static final String USER = "postgres";

        /** A new connection. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, USER, "");
        }

        /** Runs statements, each on its own. */
        public void execute(String... statements) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                for (String one : statements) {
                    statement.execute(one);
                }
            }
        }
    }

    private final EmbeddedPostgres server;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    private BenchServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it. What zonky would switch off for tests is switched on again. */
    public static BenchServer start() throws IOException {
        return new BenchServer(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
    }

    /** The contestant's own database, made at the first call. */
    public Database database(String contestant) throws SQLException {
        String name = contestant.replaceAll("[^a-z0-9]+", "_");
        if (made.add(name)) {
            new Database(url("postgres"), server.getPort(), "postgres").execute("CREATE DATABASE " + name);
        }
        return new Database(url(name), server.getPort(), name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
