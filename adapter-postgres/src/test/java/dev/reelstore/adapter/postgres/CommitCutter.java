package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The next COMMIT, and only that, goes wrong; or the next statement of some text, which commits by itself. */
final class CommitCutter extends Way {

    enum Cut {
        /** The server never hears of it. */
        BEFORE,
        /** The server has done it, and its answer is lost. */
        AFTER,
        /** As {@link #AFTER}, and all other connections are gone too. */
        AFTER_WITH_ALL_OTHERS,
        /** The client is gone, and the server hears of it only when {@link CommitCutter#deliver()} lets it. */
        HELD
    }

    /** Where the driver gives the statement a name, by which it calls it from then on. */
    private static final Pattern NAMING = Pattern.compile("(S_\\d+)\0COMMIT\0");

    private static final long ANSWER_MILLIS = 300;

    private final CountDownLatch delivery = new CountDownLatch(1);
    private volatile @Nullable Cut next;

    private final String committing;

    CommitCutter() throws IOException {
        this("\0COMMIT\0");
    }

    /** @param committing text of the statement, which must be new to its connection */
    CommitCutter(String committing) throws IOException {
        this.committing = committing;
    }

    void cut(Cut how) {
        next = how;
    }

    void deliver() {
        delivery.countDown();
    }

    @Override
    void ask(Socket client, Socket server) throws IOException {
        InputStream from = client.getInputStream();
        byte[] bytes = new byte[1 << 16];
        String named = committing;
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            String said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
            Matcher naming = NAMING.matcher(said);
            Cut cut = said.contains(committing) || said.contains(named) ? next : null;
            named = naming.find() ? "\0" + naming.group(1) + "\0" : named;
            if (cut == null) {
                server.getOutputStream().write(bytes, 0, read);
            } else {
                next = null;
                commit(cut, client, server, bytes, read);
                return;
            }
        }
    }

    private void commit(Cut cut, Socket client, Socket server, byte[] bytes, int length) throws IOException {
        if (cut == Cut.AFTER_WITH_ALL_OTHERS) {
            cutAllBut(client, server);
        }
        if (cut == Cut.AFTER || cut == Cut.AFTER_WITH_ALL_OTHERS) {
            client.shutdownOutput();
            server.getOutputStream().write(bytes, 0, length);
            await(ANSWER_MILLIS);
        }
        client.close();
        if (cut == Cut.HELD) {
            await(Long.MAX_VALUE);
            server.getOutputStream().write(bytes, 0, length);
        } else {
            server.close();
        }
    }

    private void await(long millis) throws IOException {
        try {
            delivery.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    @Override
    void answer(Socket server, Socket client) throws IOException {
        server.getInputStream().transferTo(client.getOutputStream());
    }
}
