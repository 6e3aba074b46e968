package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class AnswerSocketsTest {

    private static final int LIMIT = 400;
    private static final int PAUSE = 60;

    private ServerSocket door;
    private Socket socket;
    private Socket there;

    @BeforeEach
    void connect() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket = new AnswerSockets(Integer.toString(LIMIT)).createSocket();
        socket.connect(door.getLocalSocketAddress());
        there = door.accept();
        socket.setSoTimeout(LIMIT);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        there.close();
        door.close();
    }

    @Test
    void anAnswerThatComesByteByByteIsNotWaitedForLongerThanOneThatDoesNotCome() throws IOException {
        socket.getOutputStream().write(1);
        trickle();

        assertThatThrownBy(() -> readBytes(100)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void eachQuestionBeginsAnew() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            Thread.sleep(PAUSE);
            socket.getOutputStream().write(1);
            there.getOutputStream().write(i);
            assertThat(socket.getInputStream().read()).isEqualTo(i);
        }
    }

    @Test
    void theLimitIsToldAsItWasSet() throws IOException, InterruptedException {
        socket.getOutputStream().write(1);
        Thread.sleep(PAUSE);
        there.getOutputStream().write(1);
        assertThat(socket.getInputStream().read()).isEqualTo(1);

        assertThat(socket.getSoTimeout()).isEqualTo(LIMIT);
    }

    @Test
    void anyOtherLimitIsForEachRead() throws IOException {
        socket.setSoTimeout(10 * LIMIT);
        trickle();

        readBytes(2 * LIMIT / PAUSE);
    }

    private void trickle() {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    there.getOutputStream().write(0);
                    Thread.sleep(PAUSE);
                }
            } catch (IOException | InterruptedException over) {
                // the other end has had enough
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void readBytes(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            assertThat(socket.getInputStream().read()).isNotNegative();
        }
    }
}
