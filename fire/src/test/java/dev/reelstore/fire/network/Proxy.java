package dev.reelstore.fire.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A way to a server on loopback that knows enough of the protocol to cut a connection at a commit, and that can be shut,
 * frozen, slowed, or cut after any byte. Safe from any thread.
 */
public final class Proxy implements AutoCloseable {

    private static final String THREADS = "proxy-";

    private final ServerSocket door;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final Pace pace = new Pace();
    private volatile int serverPort;
    private volatile boolean shut;
    private volatile @Nullable Trap trap;

    public Proxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("door", this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Whoever comes from now on is led there. */
    public void leadTo(int port) {
        serverPort = port;
    }

    /** Lays a trap in place of the one before. */
    public Trap lay(Cut cut) {
        Trap laid = new Trap(cut);
        trap = laid;
        return laid;
    }

    /** Takes the trap away, sprung or not. */
    public void clear() {
        trap = null;
    }

    /** How the bytes of all connections move. */
    public Pace pace() {
        return pace;
    }

    /** Cuts all, and lets nobody in. */
    public void shut() {
        shut = true;
        cutAll();
    }

    public void open() {
        shut = false;
    }

    public void cutAll() {
        links.forEach(Link::cut);
    }

    /** How many connections were asked for so far, let in or not. */
    public int accepted() {
        return accepted.get();
    }

    /** How many there are now. */
    public int connected() {
        return links.size();
    }

    public long bytesSent() {
        return sent.get();
    }

    public long bytesReceived() {
        return received.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        pace.flow();
        shut();
    }

    @Nullable
    Trap trap() {
        return trap;
    }

    void count(boolean toServer, int bytes) {
        (toServer ? sent : received).addAndGet(bytes);
    }

    void left(Link link) {
        links.remove(link);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                accepted.incrementAndGet();
                if (shut) {
                    client.close();
                } else {
                    lead(client);
                }
            } catch (IOException refused) {
                // whoever came is not served
            }
        }
    }

    private void lead(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            Link link = new Link(this, client, server);
            links.add(link);
            start("up", link::upwards);
            start("down", link::downwards);
            if (shut) {
                link.cut();
            }
        } catch (IOException away) {
            client.close();
            throw away;
        }
    }

    private static void start(String what, Runnable task) {
        Thread thread = new Thread(task, THREADS + what);
        thread.setDaemon(true);
        thread.start();
    }
}
