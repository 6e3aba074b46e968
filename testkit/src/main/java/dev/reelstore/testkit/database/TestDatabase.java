package dev.reelstore.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database to test against. The server is, in this order: the one that {@code REELSTORE_TEST_URL} names (with
 * {@code REELSTORE_TEST_USER} and {@code REELSTORE_TEST_PASSWORD}, as environment variables or as the system properties
 * {@code reelstore.test.url}, {@code .user}, {@code .password}); a container, where an engine answers and the image is
 * there or comes within a minute; or an embedded server. It is started at first use and stopped with the JVM, and which
 * one it is is printed. Safe from any thread.
 *
 * <p>Several JVMs that test on one server at once keep apart by names of their own: {@code REELSTORE_TEST_FORK} (or
 * {@code reelstore.test.fork}), where it is set, ends the name of every {@link #named} database.
 *
 * @param url its JDBC URL, without credentials
 * @param user who may create tables, and databases for {@link #named}, and for tests of rights also roles
 * @param password the user's password
 */
public record TestDatabase(String url, String user, String password) {

    private static final Set<String> THERE_ALREADY = Set.of("42P04", "23505");

    private static @Nullable TestDatabase server;

    /** The database that the server came with. */
    public static synchronized TestDatabase get() {
        TestDatabase known = server;
        if (known == null) {
            known = find();
            server = known;
        }
        return known;
    }

    /**
     * The database of this name on the same server, created if it is not there; of this name and the number of this JVM,
     * where several test at once.
     *
     * @param name letters, digits and underscores
     */
    public TestDatabase named(String name) {
        String fork = GivenServer.said("fork");
        String own = fork == null ? name : name + "_" + fork;
        if (!own.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("database name '" + own + "' must be letters, digits, underscores");
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + own);
        } catch (SQLException failed) {
            if (!THERE_ALREADY.contains(failed.getSQLState())) {
                throw new IllegalStateException("cannot create the test database " + own, failed);
            }
        }
        return new TestDatabase(url.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + own), user, password);
    }

    /** A new connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static TestDatabase find() {
        TestDatabase found = GivenServer.find();
        if (found != null) {
            return tell("the one given", found);
        }
        found = ContainerServer.find();
        if (found != null) {
            return tell("a container", found);
        }
        return tell("embedded", EmbeddedServer.start());
    }

    private static TestDatabase tell(String kind, TestDatabase database) {
        System.out.println("Test database: " + kind + ", " + database.url());
        return database;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
