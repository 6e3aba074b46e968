package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way to a server on which the next COMMIT, and only that, goes wrong. */
final class CommitCutter implements AutoCloseable {

    enum Cut {
        /** The server never hears of it. */
        BEFORE,
        /** The server has done it, and its answer is lost. */
        AFTER,
        /** The client is gone, and the server hears of it only when {@link CommitCutter#deliver()} lets it. */
        HELD
    }

    /** Where the driver gives the statement a name, by which it calls it from then on. */
    private static final Pattern NAMING = Pattern.compile("(S_\\d+)\0COMMIT\0");

    private final ServerSocket door;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch delivery = new CountDownLatch(1);
    private volatile @Nullable Cut next;

    /** @param port of the server, on loopback */
    CommitCutter(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut(Cut how) {
        next = how;
    }

    void deliver() {
        delivery.countDown();
    }

    private void welcome() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(client);
            open.add(server);
            start(() -> passToServer(client, server));
            start(() -> server.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private void passToServer(Socket client, Socket server) throws IOException {
        InputStream from = client.getInputStream();
        OutputStream to = server.getOutputStream();
        byte[] bytes = new byte[1 << 16];
        String prepared = "COMMIT";
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            String said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
            Matcher naming = NAMING.matcher(said);
            boolean commit = said.contains("COMMIT") || said.contains(prepared);
            prepared = naming.find() ? "\0" + naming.group(1) + "\0" : prepared;
            Cut cut = next;
            if (cut != null && commit) {
                next = null;
                if (cut == Cut.AFTER) {
                    client.shutdownOutput();
                    to.write(bytes, 0, read);
                    awaitAnswer();
                }
                client.close();
                if (cut != Cut.HELD) {
                    server.close();
                    return;
                }
                hold();
            }
            to.write(bytes, 0, read);
        }
    }

    private void hold() throws IOException {
        try {
            delivery.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    /** Whatever comes back meets a closed door: it is enough that the server had the time. */
    private static void awaitAnswer() throws IOException {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    private static void start(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException closed) {
                // the way ends with its test
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        deliver();
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private interface Passing {

        void run() throws IOException;
    }
}
