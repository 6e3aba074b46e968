package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** An emptied store in the test database for one test of the contract; closing it leaves the pool to the next. */
final class PostgresFixture implements Fixture {

    private final SharedStore shared;
    private final Persistence store;
    private Duration advanced = Duration.ZERO;

    PostgresFixture(SharedStore shared) {
        this.shared = shared;
        this.store = shared.get();
        TestStore.clear();
    }

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public Persistence openAnother() {
        return shared.another();
    }

    @Override
    public void advance(Duration by) {
        advanced = advanced.plus(by);
        TestStore.shiftClock(advanced);
    }

    @Override
    public Duration lockTimeout() {
        return TestStore.LIMITS.lock();
    }

    @Override
    public void close() {
        if (!advanced.isZero()) {
            TestStore.shiftClock(Duration.ZERO);
        }
    }
}
