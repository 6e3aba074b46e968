package dev.reelstore.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts and stops the server of a home by PostgreSQL's own {@code pg_ctl}, which gives it a session of its own: no
 * Ctrl-C that is meant for a command reaches it, and no pipe of a command is held open by it.
 */
final class Postmaster {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration STOP_AT_ONCE = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final List<String> PASSING =
            List.of("could not bind", "lock file", "pre-existing shared memory block");

    /**
     * On the command line, so that a cluster of any age is as durable and as private as this version promises. No
     * parallel queries: their shared memory is scarce in containers.
     */
    private static final String SETTINGS = " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on -c max_connections=100"
            + " -c shared_buffers=64MB -c max_parallel_workers_per_gather=0 -c max_parallel_maintenance_workers=0"
            + " -c client_connection_check_interval=10s -c logging_collector=off -c log_timezone=UTC"
            + " -c cluster_name=reelstore";

    private final Home home;
    private final Binaries binaries;
    private final ServerLog log;

    Postmaster(Home home, Binaries binaries) {
        this.home = home;
        this.binaries = binaries;
        this.log = new ServerLog(home.log());
    }

    /**
     * Starts the server, which must not run.
     *
     * @param preferredPort taken if it is free; 0 for any
     * @return nothing if it runs; a failure that may pass by itself, because somebody else took the port or something
     *     of an earlier server is still about to end
     * @throws EmbeddedServerException for every other failure
     */
    Optional<EmbeddedServerException> start(int preferredPort) {
        long before = log.prepare(home.launcher().owner());
        String options = "-c port=" + freePort(preferredPort) + SETTINGS;
        Tool.Result result = run(START, "start", "-l", home.log().toString(), "-o", options);
        if (result.succeeded()) {
            return Optional.empty();
        }
        String said = log.since(before);
        EmbeddedServerException failure = failed("start", result, said);
        if (PASSING.stream().noneMatch(said::contains)) {
            throw failure;
        }
        return Optional.of(failure);
    }

    /** Stops the server and waits for its end; at once, which its log makes good, if it does not end in time. */
    void stop() {
        long before = log.length();
        Tool.Result result = run(STOP, "stop", "-m", "fast");
        if (!result.succeeded() && PidFile.read(home.cluster()).isPresent()) {
            result = run(STOP_AT_ONCE, "stop", "-m", "immediate");
        }
        if (!result.succeeded() && PidFile.read(home.cluster()).isPresent()) {
            throw failed("stop", result, log.since(before));
        }
    }

    private Tool.Result run(Duration patience, String action, String... options) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("pg_ctl"),
                action,
                "-w",
                "-t",
                Long.toString(patience.toSeconds()),
                "-D",
                home.cluster().toString()));
        command.addAll(List.of(options));
        return Tool.run(home.launcher().command(command), home.directory(), patience.plus(MARGIN));
    }

    private EmbeddedServerException failed(String action, Tool.Result result, String said) {
        String output = result.output() + "\n" + said;
        return new EmbeddedServerException("cannot " + action + " the PostgreSQL server of " + home.directory() + " ("
                + home.launcher().name() + "): " + output.strip() + "\nall of it is in " + home.log()
                + Remedy.of(output));
    }

    private static int freePort(int preferred) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), preferred));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (preferred != 0) {
                return freePort(0);
            }
            throw new EmbeddedServerException("no port is free on the loopback address: " + e, e);
        }
    }
}
