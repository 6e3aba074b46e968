package dev.reelstore.adapter.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * Sockets for a connection that listens. Behind every notification the driver looks for another and waits a millisecond
 * for it, by a read with that time limit, before it hands out the first: here such a look fails at once where nothing has
 * come. Public and with this constructor because the driver makes it, by its name.
 */
public final class PromptSockets extends LateSockets {

    private static final int LOOK_MILLIS = 1;

    /** For the driver. */
    public PromptSockets() {}

    @Override
    public Socket createSocket() {
        return new PromptSocket();
    }

    private static final class PromptSocket extends Socket {

        private volatile int timeout;

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(millis);
            timeout = millis;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    requireAny();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    requireAny();
                    return super.read(bytes, from, length);
                }

                private void requireAny() throws IOException {
                    if (timeout == LOOK_MILLIS && available() == 0) {
                        throw new SocketTimeoutException("nothing has come");
                    }
                }
            };
        }
    }
}
