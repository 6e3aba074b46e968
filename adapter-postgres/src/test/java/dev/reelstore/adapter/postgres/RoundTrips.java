package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server that counts how often an answer is waited for. For connections that are used one after the other. */
final class RoundTrips implements AutoCloseable {

    private final ServerSocket door;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger trips = new AtomicInteger();
    private volatile boolean answered = true;

    /** @param port of the server, on loopback */
    RoundTrips(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many there were while this ran. */
    int of(Runnable work) {
        int before = trips.get();
        work.run();
        return trips.get() - before;
    }

    private void welcome() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            start(() -> pass(client.getInputStream(), server.getOutputStream(), true));
            start(() -> pass(server.getInputStream(), client.getOutputStream(), false));
        }
    }

    private void pass(InputStream from, OutputStream to, boolean asks) throws IOException {
        byte[] bytes = new byte[1 << 16];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (asks && answered) {
                trips.incrementAndGet();
            }
            answered = !asks;
            to.write(bytes, 0, read);
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
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private interface Passing {

        void run() throws IOException;
    }
}
