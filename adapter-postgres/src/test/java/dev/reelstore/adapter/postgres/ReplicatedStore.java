package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.ReplicatedFixture;
import dev.reelstore.testkit.database.TestDatabase;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A store with a standby for its reads, on servers that all tests of this JVM share. */
final class ReplicatedStore implements ReplicatedFixture {

    /** Its value has the URLs: the servers stay when these classes are loaded anew. */
    private static final String SERVERS = "reelstore.test.replicated";

    private final TestDatabase primary;
    private final TestDatabase standby;
    private final PostgresPersistence store;

    ReplicatedStore() {
        String[] urls = servers().split(" ", 2);
        this.primary = new TestDatabase(urls[0], "postgres", "");
        this.standby = new TestDatabase(urls[1], "postgres", "");
        this.store = openAnother();
        execute(
                primary,
                "DELETE FROM reelstore.job; DELETE FROM reelstore.job_gate; DELETE FROM reelstore.worker;"
                        + " DELETE FROM reelstore.video; DELETE FROM reelstore.channel");
        awaitReplicas();
    }

    private static synchronized String servers() {
        String urls = System.getProperty(SERVERS);
        if (urls == null) {
            try {
                ReplicatedServers servers = ReplicatedServers.start(Files.createTempDirectory("reelstore-replicated"));
                Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
                urls = servers.primary().url() + " " + servers.standby().url();
            } catch (Exception failed) {
                throw new AssertionError("a primary and its standby do not start", failed);
            }
            System.setProperty(SERVERS, urls);
        }
        return urls;
    }

    PostgresSettings settings() {
        return PostgresSettings.of(primary.url(), primary.user(), Secret.of(""))
                .limits(TestStore.LIMITS)
                .pool(PoolSettings.fixed(1, 16))
                .replicas(standby.url());
    }

    TestDatabase primary() {
        return primary;
    }

    TestDatabase standby() {
        return standby;
    }

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public PostgresPersistence openAnother() {
        return PostgresPersistence.open(settings());
    }

    @Override
    public void advance(Duration by) {
        throw new UnsupportedOperationException("nothing here depends on the store's time");
    }

    @Override
    public Duration lockTimeout() {
        return TestStore.LIMITS.lock();
    }

    @Override
    public void holdReplicas() {
        execute(standby, "SELECT pg_wal_replay_pause()");
        while (!ReplicatedServers.ask(standby, "SELECT pg_get_wal_replay_pause_state()")
                .equals("paused")) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void releaseReplicas() {
        execute(standby, "SELECT pg_wal_replay_resume()");
    }

    @Override
    public void awaitReplicas() {
        releaseReplicas();
        ReplicatedServers.awaitReplay(primary, standby);
    }

    @Override
    public void close() {
        releaseReplicas();
        store.close();
    }

    static void execute(TestDatabase database, String statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failed) {
            throw new AssertionError(statements, failed);
        }
    }
}
