package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of the programs that the system has installed, on loopback, with data of its own. */
final class InstalledServer implements AutoCloseable {

    private static final Path SYSTEM = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final TestDatabase database;

    private InstalledServer(Process process, TestDatabase database) {
        this.process = process;
        this.database = database;
    }

    /** The folder with the programs of this major version, if it is installed. */
    static Optional<Path> programs(int version) {
        return Optional.of(SYSTEM.resolve(Integer.toString(version)).resolve("bin"))
                .filter(bin ->
                        Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("postgres")));
    }

    /** On new data. */
    static InstalledServer start(Path programs, Path folder) throws IOException, InterruptedException, SQLException {
        Path log = folder.resolve("log");
        Path data = folder.resolve("data");
        Process init = process(
                log,
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        if (!init.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || init.exitValue() != 0) {
            init.destroyForcibly();
            throw new AssertionError("initdb failed: " + Files.readString(log));
        }
        return serve(programs, folder, data, freePort());
    }

    /** On data that are there. */
    static InstalledServer serve(Path programs, Path folder, Path data, int port)
            throws IOException, InterruptedException, SQLException {
        Path log = folder.resolve("log");
        Process server = process(
                log,
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-k",
                folder.toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=300");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        InstalledServer started = new InstalledServer(server, new TestDatabase(url, "postgres", ""));
        started.awaitAnswer(log);
        return started;
    }

    TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException, SQLException {
        long begin = System.nanoTime();
        while (true) {
            try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "")) {
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    close();
                    throw new AssertionError("the server does not answer: " + Files.readString(log), notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    /** The server refuses to run as root; in a user namespace without a mapping it is nobody. */
    private static Process process(Path log, String... command) throws IOException {
        List<String> all = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(Stream.of(command).toList());
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
