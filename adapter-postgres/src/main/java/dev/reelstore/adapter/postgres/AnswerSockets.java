package dev.reelstore.adapter.postgres;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Sockets whose usual time limit is for a whole answer. The driver's is for each read, so that a network that lets a byte
 * through now and then would hold a caller for as long as it likes. An answer counts from the last thing that was asked;
 * the server ends every statement before that time is over. Public and with this constructor because the driver makes it,
 * by its name.
 */
public final class AnswerSockets extends LateSockets {

    private final int usual;

    /** @param usualMillis the time limit that is meant so; any other is for each read, as the driver means it */
    public AnswerSockets(String usualMillis) {
        this.usual = Integer.parseInt(usualMillis);
    }

    @Override
    public Socket createSocket() {
        return new AnswerSocket(usual);
    }

    private static final class AnswerSocket extends Socket {

        private final int usual;
        private volatile int timeout;
        private volatile long asked = System.nanoTime();

        AnswerSocket(int usual) {
            this.usual = usual;
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(millis);
            timeout = millis;
        }

        /** As it was set, and not what is left of it: whoever reads it sets it again later. */
        @Override
        public int getSoTimeout() {
            return timeout;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int oneByte) throws IOException {
                    asked = System.nanoTime();
                    out.write(oneByte);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    asked = System.nanoTime();
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    limit();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    limit();
                    return super.read(bytes, from, length);
                }
            };
        }

        private void limit() throws SocketException, SocketTimeoutException {
            if (usual > 0 && timeout == usual) {
                long left = usual - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
                if (left <= 0) {
                    throw new SocketTimeoutException("the answer was not whole within " + usual + " ms");
                }
                super.setSoTimeout((int) left);
            }
        }
    }
}
