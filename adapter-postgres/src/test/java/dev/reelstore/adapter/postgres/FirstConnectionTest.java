package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.failure.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FirstConnectionTest {

    /** What a pool asks its first connection for, and no other. */
    private static final String QUESTION = "SHOW TRANSACTION ISOLATION LEVEL";

    /** With a connection that has looked at the schema, and without. */
    @ParameterizedTest
    @EnumSource(names = {"VALIDATE", "OFF"})
    void aPoolWhoseFirstConnectionIsLostWhileItIsLookedAtIsWholeSoon(SchemaMode mode) throws IOException {
        AtomicInteger cuts = new AtomicInteger();
        try (Way way = cuttingOnce(cuts);
                PostgresPersistence store =
                        PostgresPersistence.open(way.settings().schema(mode))) {
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptionsInstanceOf(StoreException.class)
                    .until(() -> store.now() != null);

            assertThat(cuts).hasValue(1);
        }
    }

    private static Way cuttingOnce(AtomicInteger cuts) throws IOException {
        return new Way() {
            @Override
            void ask(Socket client, Socket server) throws IOException {
                InputStream from = client.getInputStream();
                byte[] bytes = new byte[1 << 16];
                for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                    boolean asked = new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(QUESTION);
                    if (asked && cuts.compareAndSet(0, 1)) {
                        client.close();
                        server.close();
                        return;
                    }
                    server.getOutputStream().write(bytes, 0, read);
                }
            }

            @Override
            void answer(Socket server, Socket client) throws IOException {
                server.getInputStream().transferTo(client.getOutputStream());
            }
        };
    }
}
