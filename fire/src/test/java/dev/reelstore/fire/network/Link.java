package dev.reelstore.fire.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection through a {@link Proxy}: two sockets, and a thread for each direction. */
final class Link {

    private static final char READY = 'Z';

    private final Proxy proxy;
    private final Socket client;
    private final Socket server;
    private final Statements statements = new Statements();
    private volatile boolean encryptionAsked;

    /** Whose commit is on its way to the server here. */
    private volatile @Nullable Trap sprung;

    Link(Proxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void upwards() {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = server.getOutputStream();
            begin(in, out);
            List<Message> group = new ArrayList<>();
            while (true) {
                Message message = Message.read(in);
                group.add(message);
                if (message.endsGroup()) {
                    send(group, out);
                    group.clear();
                }
            }
        } catch (IOException | InterruptedException ended) {
            cut();
        }
    }

    private void begin(DataInputStream in, OutputStream out) throws IOException, InterruptedException {
        Message first = Message.readFirst(in);
        while (!first.beginsSession()) {
            encryptionAsked = true;
            pass(true, first.bytes(), out);
            first = Message.readFirst(in);
        }
        pass(true, first.bytes(), out);
    }

    private void send(List<Message> group, OutputStream out) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Message message : group) {
            bytes.write(message.bytes());
        }
        boolean commits = statements.commit(group);
        Trap trap = proxy.trap();
        if (commits && trap != null && trap.springAtCommit()) {
            commit(trap, bytes.toByteArray(), out);
        } else {
            pass(true, bytes.toByteArray(), out);
        }
    }

    private void commit(Trap trap, byte[] bytes, OutputStream out) throws IOException, InterruptedException {
        if (trap.cut() instanceof Cut.BeforeCommit) {
            trap.done();
            cut();
            return;
        }
        if (trap.cut() instanceof Cut.LateCommit late) {
            awaitGivenUp();
            Thread.sleep(late.after().toMillis());
        }
        sprung = trap;
        try {
            pass(true, bytes, out);
        } catch (IOException notDelivered) {
            trap.done();
            throw notDelivered;
        }
    }

    private void awaitGivenUp() {
        try {
            while (client.getInputStream().read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException reset) {
            // which also says that nobody waits any more
        }
    }

    void downwards() {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
            OutputStream out = client.getOutputStream();
            byte first = in.readByte();
            if (encryptionAsked) {
                pass(false, new byte[] {first}, out);
                first = in.readByte();
            }
            Message message = Message.readAfter((char) first, in);
            while (true) {
                receive(message, out);
                message = Message.read(in);
            }
        } catch (IOException | InterruptedException ended) {
            Trap trap = sprung;
            if (trap != null) {
                trap.done();
            }
            cut();
        }
    }

    private void receive(Message message, OutputStream out) throws IOException, InterruptedException {
        Trap trap = sprung;
        if (trap == null) {
            pass(false, message.bytes(), out);
        } else if (message.type() == READY) {
            if (trap.cut() instanceof Cut.AfterCommit after) {
                after.meanwhile().run();
            }
            throw new IOException("cut");
        }
    }

    private void pass(boolean toServer, byte[] bytes, OutputStream out) throws IOException, InterruptedException {
        int begin = 0;
        while (begin < bytes.length) {
            int some = proxy.pace().awaitPassage(toServer) ? 1 : bytes.length - begin;
            Trap trap = proxy.trap();
            int passing = trap == null ? some : trap.pass(toServer, some);
            out.write(bytes, begin, passing);
            out.flush();
            proxy.count(toServer, passing);
            begin += passing;
            if (trap != null && passing < some) {
                trap.done();
                cut();
                throw new IOException("cut");
            }
        }
    }

    void cut() {
        close(client);
        close(server);
        proxy.left(this);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
    }
}
