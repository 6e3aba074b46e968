package dev.reelstore.fire.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server on loopback with a folder and a port of its own, durable unless its settings say otherwise. All that is
 * killed here was started here. For one thread.
 */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DURABLE =
            "listen_addresses=127.0.0.1 unix_socket_directories= fsync=on synchronous_commit=on shared_buffers=32MB"
                    + " max_connections=60 max_wal_senders=4 wal_keep_size=256MB log_checkpoints=off lc_messages=C";

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process postmaster;

    private Server(Path folder, int port, List<String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
    }

    /**
     * Makes and starts one, with the campaign's account and its empty database.
     *
     * @param settings {@code name=value}, over those it has anyway
     */
    public static Server create(Path folder, String... settings) throws Exception {
        Server server = new Server(Files.createDirectories(folder), freePort(), List.of(settings));
        server.initialize();
        server.start();
        server.execute("CREATE ROLE " + Account.USER + " LOGIN PASSWORD '" + Account.PASSWORD + "'");
        server.execute("CREATE DATABASE " + Account.DATABASE + " OWNER " + Account.USER);
        return server;
    }

    private void initialize() throws IOException, InterruptedException {
        Path secret = Files.writeString(folder.resolve("secret"), Account.PASSWORD);
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        Files.delete(secret);
        Path access = data().resolve("pg_hba.conf");
        Files.writeString(access, "host replication postgres 127.0.0.1/32 trust\n" + Files.readString(access));
    }

    /**
     * Starts it on its port, after whatever happened before, and returns when it takes connections. A killed server leaves
     * a lock file and, for a moment, processes that hold its memory: then it is tried again.
     */
    public void start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        launch();
        while (!answers()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("the server does not answer:\n" + Files.readString(log()));
            }
            Thread.sleep(20);
            if (!postmaster.isAlive()) {
                launch();
            }
        }
    }

    private void launch() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        Stream.concat(Stream.of(DURABLE.split(" ")), settings.stream())
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        postmaster = process("postgres", arguments);
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** SIGKILL to the postmaster and all its children: nobody gets to say or write anything more. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(Stream.of(postmaster.toHandle()), postmaster.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        postmaster.waitFor();
    }

    /** SIGKILL to one process of the server by its id, which the server must own. */
    public void kill(long child) {
        postmaster
                .descendants()
                .filter(process -> process.pid() == child)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(child + " is no process of this server"))
                .destroyForcibly();
    }

    /** What {@code pg_ctl -m immediate} does: everyone is told to go at once, and recovery follows. */
    public void stopImmediately() throws IOException, InterruptedException {
        stop("immediate");
    }

    /** Ends all sessions, writes all down and stops. */
    public void stop() throws IOException, InterruptedException {
        stop("fast");
    }

    private void stop(String mode) throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-D", data().toString(), "-m", mode, "-t", Long.toString(PATIENCE.toSeconds()));
        postmaster.waitFor();
    }

    /** Makes this one, which must be a standby, the primary. */
    public void promote() throws SQLException {
        if (!ask("SELECT pg_promote(TRUE, 30)").equals("t")) {
            throw new SQLException("it was not promoted");
        }
    }

    /**
     * A standby of this one under this name, both started; in place of whatever was in the folder. This one is stopped
     * meanwhile, since a copy of files that nobody writes to needs no more care.
     */
    public Server withStandby(Path copy, String name) throws Exception {
        stop();
        Files.deleteIfExists(data().resolve("standby.signal"));
        FileTree.delete(copy);
        FileTree.copy(data(), copy.resolve("data"));
        Server standby = new Server(copy, freePort(), settings);
        Files.createFile(standby.data().resolve("standby.signal"));
        standby.configure(
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres application_name=" + name + "'");
        start();
        standby.start();
        return standby;
    }

    /** Adds a line to its configuration, for the next start or {@link #reload}. */
    public void configure(String line) throws IOException {
        Path file = data().resolve("postgresql.auto.conf");
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    /** Makes it read its configuration again, for sessions that are open too. */
    public void reload() throws SQLException {
        execute("SELECT pg_reload_conf()");
    }

    /** A connection of the administrator, past whatever network the campaign has. */
    public Connection connect() throws SQLException {
        return connect(Account.DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&connectTimeout=2",
                "postgres",
                Account.PASSWORD);
    }

    /** Runs a statement in the database that every server has. */
    public void execute(String statement) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    /** The first value of the answer, as text; from the database that every server has. */
    public String ask(String question) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    public int port() {
        return port;
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** What it and its programs said, of all its starts. */
    public Path log() {
        return folder.resolve("log");
    }

    public boolean running() {
        return postmaster.isAlive();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            if (postmaster.isAlive()) {
                stop();
            }
        } finally {
            if (postmaster.isAlive()) {
                kill();
            }
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        Process process = process(program, List.of(arguments));
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed:\n" + Files.readString(log()));
        }
    }

    private Process process(String program, List<String> arguments) throws IOException {
        return new ProcessBuilder(Programs.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** One on loopback that nobody uses. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
