package dev.reelstore.fire.pooler;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.TransactionPooler;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.server.Account;
import dev.reelstore.fire.server.Programs;
import dev.reelstore.fire.server.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PgBouncer on loopback, in transaction mode and with few sessions, which it hands out in turn: whoever counts on
 * meeting the same one again is soon wrong. For one thread.
 */
public final class PgBouncer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SESSIONS = 8;

    private static final String CONFIGURATION = """
            [databases]
            %1$s = host=127.0.0.1 port=%2$d dbname=%1$s

            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %3$d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %4$s
            pool_mode = transaction
            default_pool_size = %5$d
            min_pool_size = %5$d
            server_round_robin = 1
            max_client_conn = 300
            server_login_retry = 0.2
            """;

    private final Path program;
    private final Path folder;
    private final Server server;
    private final int port;
    private Process process;

    private PgBouncer(Path program, Path folder, Server server) throws IOException {
        this.program = program;
        this.folder = folder;
        this.server = server;
        this.port = Server.freePort();
    }

    /** One before this server, which ends with the campaign; where there is none on this machine, the campaign is skipped. */
    public static PgBouncer before(Server server, Campaign campaign) throws IOException, InterruptedException {
        Path program = installed().orElseGet(() -> abort("there is no pgbouncer on this machine"));
        PgBouncer pooler =
                new PgBouncer(program, Files.createDirectories(campaign.folder().resolve("pgbouncer")), server);
        pooler.configure();
        pooler.start();
        campaign.writings().add(pooler.log());
        return campaign.closing(pooler);
    }

    /** Where it is on this machine, on the path or where Debian has it. */
    static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void configure() throws IOException {
        Path users =
                Files.writeString(folder.resolve("users"), "\"" + Account.USER + "\" \"" + Account.PASSWORD + "\"\n");
        Files.writeString(
                folder.resolve("pgbouncer.ini"),
                CONFIGURATION.formatted(Account.DATABASE, server.port(), port, users, SESSIONS));
    }

    /** Starts it on its port, after whatever happened before, and returns when it takes connections. */
    public void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(Programs.command(
                        program, List.of(folder.resolve("pgbouncer.ini").toString())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        long begin = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("pgbouncer does not answer:\n" + Files.readString(log()));
            }
            Thread.sleep(10);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Settings that lead to it, here or by a detour, with the way past it for what needs a session. */
    public PostgresSettings withWayPast(PostgresSettings through) {
        return through.pooler(
                TransactionPooler.withDirectUrl(Account.at(server.port()).url()));
    }

    public int port() {
        return port;
    }

    /** SIGKILL: its clients and its sessions are cut off. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }
}
