package dev.reelstore.fire.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.fire.server.Account;
import dev.reelstore.fire.server.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** A store as a pipeline process opens it, with what a campaign watches of it. */
public final class Pipeline implements AutoCloseable {

    /** Longer than any limit that one call has here, so that who waits longer than this hangs. */
    public static final Duration WHOLE_AGAIN = Duration.ofSeconds(10);

    private static final int CONNECTIONS = 4;
    private static final RetryPolicy RETRY = new RetryPolicy(3, Duration.ofMillis(50), 2, Duration.ofMillis(500), true);

    private final Campaign campaign;
    private final Ledger ledger;
    private final PostgresPersistence persistence;
    private final Reelstore reelstore;

    private Pipeline(Campaign campaign, PostgresSettings settings) {
        this.campaign = campaign;
        this.ledger = new Ledger(campaign.report(), campaign.writings());
        this.persistence = PostgresPersistence.open(settings);
        this.reelstore = Reelstore.on(
                persistence,
                ReelstoreOptions.DEFAULT.retry(RETRY).longUnit(Duration.ZERO).closeWithin(WHOLE_AGAIN));
    }

    /** Opens one that is closed with the campaign. */
    public static Pipeline open(Campaign campaign, PostgresSettings settings) {
        return campaign.closing(new Pipeline(campaign, settings));
    }

    /** Patient with nothing, and with few connections, all kept. */
    public static PostgresSettings settings(int port) {
        return Account.at(port)
                .connectTimeout(Duration.ofSeconds(1))
                .limits(new Limits(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMinutes(1)))
                .socketTimeout(Duration.ofSeconds(4))
                .pool(PoolSettings.fixed(CONNECTIONS, CONNECTIONS).maxWait(Duration.ofSeconds(1)));
    }

    public Reelstore reelstore() {
        return reelstore;
    }

    public PostgresPersistence persistence() {
        return persistence;
    }

    public Ledger ledger() {
        return ledger;
    }

    /**
     * Waits until something that was asked for is done, and then until the pool is whole, and books how long that took.
     *
     * @param kind of the fault that is over
     * @param over when, as {@link System#nanoTime}
     */
    public void awaitRecovery(String kind, long over) {
        awaitWithin(kind + ": nothing is done", () -> ledger.lastDone() > over);
        campaign.report().recoveries().add(kind, Duration.ofNanos(System.nanoTime() - over));
        awaitWithin(kind + ": the pool is not whole", () -> figures().total() == CONNECTIONS);
        campaign.report().recoveries().add(kind + " pool", Duration.ofNanos(System.nanoTime() - over));
    }

    /** Waits until something new is written: a server that takes no writes still answers whoever only looks. */
    public void awaitWrite() {
        String key = "own-written-" + System.nanoTime();
        awaitWithin(
                "nothing is written",
                () -> ledger.call(key, 1, () -> reelstore.jobs().create(Load.job(Handlers.PLAIN, key)))
                        == Ledger.Told.DONE);
    }

    private void awaitWithin(String failure, java.util.concurrent.Callable<Boolean> condition) {
        try {
            await().pollInterval(Duration.ofMillis(5)).atMost(WHOLE_AGAIN).until(condition);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(failure + " within " + WHOLE_AGAIN + " after the fault, " + figures(), late);
        }
    }

    private PoolFigures figures() {
        return persistence.health().pool().orElseThrow();
    }

    /** Waits until every job has ended, no longer than a lease, a poll and 5 s. */
    public void awaitAllEnded() {
        Duration most = Handlers.LEASE.plus(Handlers.POLL).plusSeconds(5);
        await().atMost(most).untilAsserted(() -> {
            Map<JobStatus, Long> counts = reelstore.jobs().countByStatus(JobFilter.all());
            assertThat(counts.get(JobStatus.QUEUED)).as("queued").isZero();
            assertThat(counts.get(JobStatus.RUNNING)).as("running").isZero();
        });
    }

    /** Demands that nobody uses a connection any more and that all are there, and of the server that it holds no more for us. */
    public void awaitRest(Server server) {
        await().atMost(WHOLE_AGAIN)
                .untilAsserted(() ->
                        assertThat(figures()).isEqualTo(new PoolFigures(0, CONNECTIONS, 0, CONNECTIONS, CONNECTIONS)));
        // the worker goes on polling, so that one moment says nothing
        await().atMost(WHOLE_AGAIN).untilAsserted(() -> {
            assertThat(server.ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .as("advisory locks")
                    .isEqualTo("0");
            assertThat(server.ask("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + Account.USER
                            + "' AND state LIKE 'idle in transaction%'"))
                    .as("open transactions")
                    .isEqualTo("0");
        });
    }

    /** Holds what the clients were told against what the server has. */
    public void holdAgainst(Server server) throws SQLException {
        try (Connection connection = server.connect()) {
            Truth.hold(connection, ledger, campaign.report(), false);
        }
    }

    /** The same, except that what was acknowledged last may be lost: it is counted. */
    public void holdAgainstWhatMayHaveLost(Server server) throws SQLException {
        try (Connection connection = server.connect()) {
            Truth.hold(connection, ledger, campaign.report(), true);
        }
    }

    @Override
    public void close() {
        reelstore.close();
    }
}
