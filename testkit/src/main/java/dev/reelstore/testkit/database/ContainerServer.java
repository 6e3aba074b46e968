package dev.reelstore.testkit.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server in a container, if one can be had soon. */
final class ContainerServer {

    /** Where a registry cannot be reached, some clients go on trying for minutes. */
    private static final long PATIENCE_SECONDS = 120;

    private ContainerServer() {}

    static @Nullable TestDatabase find() {
        if (!engineLikely()) {
            return null;
        }
        FutureTask<@Nullable TestDatabase> start = new FutureTask<>(PostgresContainer::start);
        Thread thread = new Thread(start, "test-database-container");
        thread.setDaemon(true);
        thread.start();
        try {
            return start.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            return none(String.valueOf(failed.getCause()));
        } catch (TimeoutException late) {
            return none("nothing within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return none("interrupted");
        }
    }

    /** Asking the client library is slow and noisy where there is no engine at all. */
    private static boolean engineLikely() {
        String home = System.getProperty("user.home", "");
        String session = System.getenv().getOrDefault("XDG_RUNTIME_DIR", home);
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name", "").startsWith("Windows")
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(home, ".docker", "run", "docker.sock"),
                                Path.of(session, "docker.sock"))
                        .anyMatch(Files::exists);
    }

    private static @Nullable TestDatabase none(String why) {
        System.out.println("Test database: no container (" + why + ")");
        return null;
    }
}
