package dev.reelstore.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** The one PostgreSQL server of a run, as durable as one in production. */
public final class BenchServer implements AutoCloseable {

    private static final String FIRST = "postgres";

    /**
     * A database on it.
     *
     * @param url without credentials
     * @param port of the server, on loopback
     * @param name of the database
     * @param kept how many jobs it was filled with, which races leave there; 0 for most
     */
    public record Database(String url, int port, String name, int kept) {

        /** Who owns everything; the server trusts loopback. */
        public static final String USER = "postgres";

        /** A new connection. */
        public Connection connect() throws SQLException {
            return connect(url);
        }

        /** A new connection to a database of this URL, which may send arrays of UUIDs in binary. */
        public static Connection connect(String url) throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", USER);
            properties.setProperty("password", "");
            properties.setProperty("binaryTransferEnable", "UUID_ARRAY");
            return DriverManager.getConnection(url, properties);
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

    /** Puts jobs into a database that nobody has used yet. */
    @FunctionalInterface
    public interface Filling {

        /** As many as the database says, and all that a contestant needs besides. */
        void fill(Database database) throws Exception;
    }

    private final EmbeddedPostgres server;
    private final Set<String> made = new HashSet<>();
    private volatile boolean closed;

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
    Database database(String contestant) throws Exception {
        return made(named(contestant), 0, database -> {});
    }

    /** Another of its own with so many jobs, made and filled at the first call. */
    Database filled(String contestant, String what, int jobs, Filling filling) throws Exception {
        return made(named(contestant) + "_" + what + "_" + jobs, jobs, filling);
    }

    private synchronized Database made(String name, int jobs, Filling filling) throws Exception {
        Database database = at(name, jobs);
        if (!made.contains(name)) {
            at(FIRST, 0).execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "CREATE DATABASE " + name);
            filling.fill(database);
            made.add(name);
        }
        return database;
    }

    private static String named(String contestant) {
        return contestant.replaceAll("[^a-z0-9]+", "_");
    }

    /**
     * Tells of the server's end unless it is {@link #close() closed}, once and with the reason, also when it has started
     * again: what runs on it then is not what began.
     */
    void watch(Consumer<String> gone) {
        Thread thread = new Thread(
                () -> {
                    try (Connection connection = at(FIRST, 0).connect()) {
                        // nobody ever notifies: it answers when the connection breaks, and costs the server nothing
                        while (true) {
                            connection.unwrap(PGConnection.class).getNotifications(0);
                        }
                    } catch (SQLException lost) {
                        if (!closed) {
                            gone.accept(lost.getMessage());
                        }
                    }
                },
                "bench-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private Database at(String name, int kept) {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
        return new Database(url, server.getPort(), name, kept);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
    }
}
