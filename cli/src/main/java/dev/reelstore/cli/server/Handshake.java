package dev.reelstore.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server on a port whether it works on our cluster.
 *
 * <p>It must accept our password, and read back a word that was just written into the cluster's directory. Comparing
 * paths would not do: a copy of a data directory has the same password, and mounts give one directory two paths.
 */
final class Handshake {
    /** Nothing listens, cut off, too many connections, starting up or shutting down. */
    private static final Set<String> PASSING = Set.of("08001", "08006", "53300", "57P01", "57P02", "57P03");

    private static final String TOKEN = "reelstore-token";

    private final Path cluster;
    private final String password;

    Handshake(Path cluster, String password) {
        this.cluster = cluster;
        this.password = password;
    }

    /** What came back. */
    enum Answer {
        OURS,
        OTHER_SERVER,
        NOT_YET
    }

    /** One try; returns within seconds. A server of ours has its database afterwards. */
    Answer ask(int port) {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            if (!readsOurWord(statement)) {
                return Answer.OTHER_SERVER;
            }
            createDatabase(statement);
            return Answer.OURS;
        } catch (SQLException e) {
            return PASSING.contains(String.valueOf(e.getSQLState())) ? Answer.NOT_YET : Answer.OTHER_SERVER;
        }
    }

    private boolean readsOurWord(Statement statement) throws SQLException {
        Path token = cluster.resolve(TOKEN);
        String word = UUID.randomUUID().toString();
        FileTree.attempt("write", token, () -> {
            Files.writeString(token, word);
            FileTree.setMode(token, "rw-r--r--");
            return token;
        });
        try {
            return word.equals(first(statement, "SELECT pg_read_file('" + TOKEN + "', true)"));
        } finally {
            FileTree.attempt("delete", token, () -> Files.deleteIfExists(token));
        }
    }

    private static void createDatabase(Statement statement) {
        try {
            if (first(statement, "SELECT 1 FROM pg_database WHERE datname = '" + EmbeddedServer.DATABASE + "'")
                    == null) {
                statement.execute("CREATE DATABASE " + EmbeddedServer.DATABASE);
            }
        } catch (SQLException e) {
            throw new EmbeddedServerException(
                    "cannot create the database " + EmbeddedServer.DATABASE + ": " + e.getMessage()
                            + "; is the disk full?",
                    e);
        }
    }

    private static @Nullable String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private Connection connect(int port) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", EmbeddedServer.USER);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(EmbeddedServer.jdbcUrl(port, "postgres"), properties);
    }
}
