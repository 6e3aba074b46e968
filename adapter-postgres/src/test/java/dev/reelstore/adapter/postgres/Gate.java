package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A door to the test server that can be shut, so that the server is gone, or held, so that it falls silent. */
final class Gate implements AutoCloseable {

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;
    private volatile boolean silent;

    Gate() {
        server = URI.create(TestStore.settings().url().substring("jdbc:".length()));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::welcome);
    }

    /** Settings that go through here, and wait for nothing for long. */
    PostgresSettings settings(String name) {
        PostgresSettings direct = TestStore.settings();
        Limits limits = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
        return PostgresSettings.of(
                        "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + server.getPath(),
                        direct.user(),
                        direct.password())
                .applicationName(name)
                .schema(SchemaMode.OFF)
                .limits(limits)
                .connectTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(2))
                .pool(PoolSettings.fixed(2, 2).maxWait(Duration.ofSeconds(1)));
    }

    /** From now on nobody is let through, and whoever was is cut off. */
    void shut() {
        shut = true;
        sockets.forEach(Gate::close);
    }

    /** From now on no byte passes, and nobody is told. */
    void fallSilent() {
        silent = true;
    }

    void open() {
        shut = false;
        silent = false;
    }

    @Override
    public void close() {
        shut();
        close(door);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                if (shut) {
                    close(client);
                } else {
                    Socket there = new Socket(server.getHost(), server.getPort());
                    sockets.add(there);
                    start(() -> pump(client, there));
                    start(() -> pump(there, client));
                }
            } catch (IOException closed) {
                // whoever came is not served
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, read);
                    out.flush();
                }
            }
        } catch (IOException cut) {
            // as it was meant
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception ignored) {
            // it is closed all the same
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        thread.start();
    }
}
