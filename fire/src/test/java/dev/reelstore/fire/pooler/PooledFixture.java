package dev.reelstore.fire.pooler;

import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.domain.Persistence;
import dev.reelstore.fire.server.Account;
import dev.reelstore.fire.server.Server;
import dev.reelstore.testkit.Fixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** An emptied store behind a pooler, for one test of the contract. */
final class PooledFixture implements Fixture {

    private static final Limits LIMITS = Limits.DEFAULT.lock(Duration.ofSeconds(1));

    private final Place place;
    private final Persistence store;
    private Duration advanced = Duration.ZERO;

    /**
     * Where the stores are.
     *
     * @param server the server, past the pooler
     */
    record Place(Server server, PgBouncer pooler) {

        /** Makes the schema, for which the store finds its way past the pooler. */
        void prepare() {
            PostgresPersistence.open(settings()).close();
        }

        private PostgresSettings settings() {
            return pooler.withWayPast(Account.at(pooler.port()))
                    .limits(LIMITS)
                    .pool(PoolSettings.fixed(1, 16).maxWait(Duration.ofSeconds(10)));
        }

        private void execute(String statement) {
            try (Connection connection = server.connect();
                    Statement execution = connection.createStatement()) {
                execution.execute(statement);
            } catch (SQLException failed) {
                throw new AssertionError(statement, failed);
            }
        }
    }

    PooledFixture(Place place) {
        this.place = place;
        place.execute("DELETE FROM reelstore.job; DELETE FROM reelstore.job_gate; DELETE FROM reelstore.worker;"
                + " DELETE FROM reelstore.video; DELETE FROM reelstore.channel");
        this.store = openAnother();
    }

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public Persistence openAnother() {
        return PostgresPersistence.open(place.settings());
    }

    @Override
    public void advance(Duration by) {
        advanced = advanced.plus(by);
        shiftClock(advanced);
    }

    private void shiftClock(Duration by) {
        place.execute("CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                + " 'SELECT pg_catalog.clock_timestamp() + " + by.toNanos() / 1_000
                + " * interval ''1 microsecond'''");
    }

    @Override
    public Duration lockTimeout() {
        return LIMITS.lock();
    }

    @Override
    public void close() {
        if (!advanced.isZero()) {
            shiftClock(Duration.ZERO);
        }
        store.close();
    }
}
