package dev.reelstore.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A server from binaries that come as a dependency; it stops with the JVM. */
final class EmbeddedServer {

    private static final String NAME = "postgres";

    private EmbeddedServer() {}

    static TestDatabase start() {
        try {
            @SuppressWarnings("resource") // lives as long as the JVM
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // Tests of deadlocks need not wait for a second each.
                    .setServerConfig("deadlock_timeout", "200ms")
                    .start();
            return new TestDatabase("jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME, NAME, NAME);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "no test database: none is given, no container could be had and the embedded server does not"
                            + " start; set REELSTORE_TEST_URL, REELSTORE_TEST_USER and REELSTORE_TEST_PASSWORD",
                    failed);
        }
    }
}
