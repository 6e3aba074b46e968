package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.function.Supplier;

/** An emptied store in the test database for one test of the contract; closing it leaves the pool to the next. */
final class PostgresFixture implements Fixture {

    private final Persistence store;
    private final Supplier<Persistence> another;
    private Duration advanced = Duration.ZERO;

    /**
     * @param store what is tested
     * @param another opens the same once more
     */
    PostgresFixture(Persistence store, Supplier<Persistence> another) {
        this.store = store;
        this.another = another;
        TestStore.clear();
    }

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public Persistence openAnother() {
        return another.get();
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
        store.close();
    }
}
