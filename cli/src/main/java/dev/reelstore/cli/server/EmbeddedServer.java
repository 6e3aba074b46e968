package dev.reelstore.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A use of the PostgreSQL server that belongs to a data directory: the first to attach starts the server, the last to
 * close stops it, however many threads and processes use it in between.
 *
 * <p>The server is durable ({@code fsync} and {@code synchronous_commit} are on), listens on the loopback address
 * only, and asks for a generated password. Who ends without closing (by {@code kill -9}) leaves it running; the next
 * one to attach takes it over after a check that it really works on this data directory.
 *
 * <p>Safe for use by several threads. No method reacts to an interrupt: every wait has a deadline, and the interrupt
 * status is kept for the caller.
 */
public final class EmbeddedServer implements AutoCloseable {
    static final String DATABASE = "reelstore";
    static final String USER = "reelstore";

    private final DataDirectory data;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedServer(DataDirectory data, int port, String password) {
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /**
     * Joins the server of a data directory, and starts it first if it does not run.
     *
     * <p>The first start in a directory unpacks PostgreSQL and creates the database, which takes some seconds; later
     * ones take about one, joining a running server takes none. If it fails, nothing is left attached.
     *
     * <p>A command that wants to leave no server behind when it is asked to end (Ctrl-C) sets up, before it attaches, a
     * shutdown hook that makes its thread close and waits for that.
     *
     * @param dataDirectory made if it is missing; holds the database, its password and its log
     * @param progress is told in a few lines what takes time; called from a thread of ours, while the caller waits
     * @throws EmbeddedServerException if the directory cannot be written, belongs to another user or another major
     *     version of PostgreSQL, if the server does not come up, or if what answers on its port is another server
     */
    public static EmbeddedServer attach(Path dataDirectory, Consumer<String> progress) {
        return attach(dataDirectory, progress, Host.current());
    }

    static EmbeddedServer attach(Path dataDirectory, Consumer<String> progress, Host host) {
        return OwnThread.call(() -> {
            DataDirectory data = DataDirectory.open(dataDirectory, host, progress);
            int port = Membership.of(data.path()).join(data::ensureRunning);
            return new EmbeddedServer(data, port, data.password());
        });
    }

    /** Whether a database was ever made in this directory; looks only, and makes nothing. */
    public static boolean exists(Path dataDirectory) {
        return Files.isDirectory(dataDirectory.resolve("cluster"))
                || Files.exists(dataDirectory.resolve("cluster-location"));
    }

    /** The address of the database {@value #DATABASE}; holds no secret. Stays the same until {@link #close}. */
    public String jdbcUrl() {
        return jdbcUrl(port, DATABASE);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role to connect as. It owns the database. */
    public String user() {
        return USER;
    }

    /** The generated password of {@link #user}; a secret. */
    public String password() {
        return password;
    }

    /**
     * Leaves the server; if nobody else uses it, in this process or in another, it is stopped in an orderly way, which
     * ends the connections that are still open, and its end is waited for. May be called from a shutdown hook. A second
     * call waits for the first and does nothing.
     *
     * @throws EmbeddedServerException if the server does not stop in time; it then goes on until the next command on
     *     this data directory ends
     */
    @Override
    public void close() {
        OwnThread.call(() -> {
            leaveOnce();
            return true;
        });
    }

    /** Who comes second waits: a shutdown hook that returned at once would end the process in the middle of the stop. */
    private synchronized void leaveOnce() {
        if (!closed) {
            closed = true;
            Membership.of(data.path()).leave(data::stop);
        }
    }

    @Override
    public String toString() {
        return "EmbeddedServer[" + jdbcUrl() + ", data directory " + data.path() + "]";
    }
}
