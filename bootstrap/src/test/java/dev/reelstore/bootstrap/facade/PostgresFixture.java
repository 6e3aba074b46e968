package dev.reelstore.bootstrap.facade;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** An emptied store in the test database for one test of the contract. */
final class PostgresFixture implements Fixture {

    private final Persistence store = TestDatabases.borrowing();
    private Duration advanced = Duration.ZERO;

    PostgresFixture() {
        TestDatabases.clear();
    }

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public Persistence openAnother() {
        return TestDatabases.borrowing();
    }

    @Override
    public void advance(Duration by) {
        advanced = advanced.plus(by);
        TestDatabases.shiftClock(advanced);
    }

    @Override
    public Duration lockTimeout() {
        return TestDatabases.LOCK_TIMEOUT;
    }

    @Override
    public void close() {
        store.close();
    }
}
