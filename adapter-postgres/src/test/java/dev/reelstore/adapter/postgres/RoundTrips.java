package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an answer is waited for. For connections that are used one after the other. */
final class RoundTrips extends Way {

    private final AtomicInteger trips = new AtomicInteger();
    private volatile boolean answered = true;

    RoundTrips() throws IOException {}

    /** How many there were until now. */
    int all() {
        return trips.get();
    }

    /** How many there were while this ran. */
    int of(Runnable work) {
        int before = trips.get();
        work.run();
        return trips.get() - before;
    }

    @Override
    void ask(Socket client, Socket server) throws IOException {
        pass(client, server, true);
    }

    @Override
    void answer(Socket server, Socket client) throws IOException {
        pass(server, client, false);
    }

    private void pass(Socket from, Socket to, boolean asks) throws IOException {
        byte[] bytes = new byte[1 << 16];
        for (int read = from.getInputStream().read(bytes);
                read >= 0;
                read = from.getInputStream().read(bytes)) {
            if (asks && answered) {
                trips.incrementAndGet();
            }
            answered = !asks;
            to.getOutputStream().write(bytes, 0, read);
        }
    }
}
