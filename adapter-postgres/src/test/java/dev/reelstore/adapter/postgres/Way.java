package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to the test server on which more happens than that bytes go to and fro. */
abstract class Way implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Way() throws IOException {
        this.server = Integer.parseInt(TestStore.settings().url().replaceAll(".*:(\\d+)/.*", "$1"));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::welcome);
    }

    /** Settings that go this way, with one connection. */
    PostgresSettings settings() {
        String direct = TestStore.settings().url();
        return TestStore.settingsAt(direct.replace(":" + server + "/", ":" + door.getLocalPort() + "/"))
                .pool(PoolSettings.fixed(1, 1));
    }

    /** Passes on what the client says, until it has said all. */
    abstract void ask(Socket client, Socket server) throws IOException;

    /** Passes on what the server says, until it has said all. */
    abstract void answer(Socket server, Socket client) throws IOException;

    private void welcome() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            for (Socket socket : List.of(client, there)) {
                socket.setTcpNoDelay(true);
                open.add(socket);
            }
            start(() -> ask(client, there));
            start(() -> answer(there, client));
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

    /** Ends the connections that are there now, without these. */
    final void cutAllBut(Socket client, Socket there) throws IOException {
        for (Socket socket : open) {
            if (socket != client && socket != there) {
                socket.close();
            }
        }
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
