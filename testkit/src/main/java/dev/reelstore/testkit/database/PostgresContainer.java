package dev.reelstore.testkit.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The container itself; this class alone needs the container library. */
final class PostgresContainer {

    private static final String REPOSITORY = "postgres";
    private static final String TAG = "18";
    private static final long PULL_SECONDS = 60;

    private PostgresContainer() {}

    static @Nullable TestDatabase start() throws InterruptedException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return null;
        }
        if (!imageAtHand(DockerClientFactory.lazyClient())) {
            throw new IllegalStateException("no image " + REPOSITORY + ":" + TAG + " within " + PULL_SECONDS + " s");
        }
        @SuppressWarnings("resource") // lives as long as the JVM, whose end stops it
        PostgreSQLContainer container = new PostgreSQLContainer(REPOSITORY + ":" + TAG)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        return new TestDatabase(
                "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/"
                        + container.getDatabaseName() + "?sslmode=disable",
                container.getUsername(),
                container.getPassword());
    }

    private static boolean imageAtHand(DockerClient client) throws InterruptedException {
        try {
            client.inspectImageCmd(REPOSITORY + ":" + TAG).exec();
            return true;
        } catch (NotFoundException absent) {
            return client.pullImageCmd(REPOSITORY).withTag(TAG).start().awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
        }
    }
}
