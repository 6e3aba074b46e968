package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

final class PromptSocketsTest {

    @Test
    void aLookFindsWhatHasComeAndFailsAtOnceWhereNothingHas() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new PromptSockets().createSocket()) {
            client.connect(door.getLocalSocketAddress());
            try (Socket server = door.accept()) {
                InputStream in = client.getInputStream();
                client.setSoTimeout(1);
                assertThatThrownBy(in::read)
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessage("nothing has come");

                client.setSoTimeout(10_000);
                server.getOutputStream().write(new byte[] {7, 8, 9});
                assertThat(in.read()).isEqualTo(7);
                client.setSoTimeout(1);
                assertThat(in.read(new byte[5])).isEqualTo(2);
            }
        }
    }
}
