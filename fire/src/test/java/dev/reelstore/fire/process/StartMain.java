package dev.reelstore.fire.process;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.testkit.database.TestDatabase;
import java.io.IOException;
import java.time.Duration;

/** A process that opens a store, with all that this may need to be done first, when it is told to. */
final class StartMain {

    /** Of so many that start at once on a small machine, each has to wait for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StartMain() {}

    public static void main(String[] arguments) throws IOException {
        TestDatabase database = TestDatabase.get();
        PostgresSettings settings = PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()))
                .pool(PoolSettings.fixed(1, 1))
                .connectTimeout(PATIENCE)
                .applicationName("start " + ProcessHandle.current().pid());
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        PostgresPersistence.open(settings).close();
        System.out.println("started");
    }
}
