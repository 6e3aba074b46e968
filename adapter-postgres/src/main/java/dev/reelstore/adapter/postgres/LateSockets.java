package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Sockets as the driver asks for them: made first, and connected by it. */
abstract class LateSockets extends SocketFactory {

    @Override
    public abstract Socket createSocket();

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connectLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw connectLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connectLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw connectLater();
    }

    private static SocketException connectLater() {
        return new SocketException("these sockets are made first and connected then");
    }
}
