package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.testkit.random.operation.Subject;
import java.time.Duration;
import java.time.Instant;

/** The test database under random operations. */
final class PostgresSubject implements Subject {

    private final StandingClock clock = new StandingClock();
    private final Persistence store = PostgresPersistence.open(TestStore.settings());

    @Override
    public void begin(Instant at) {
        TestStore.clear();
        clock.set(at);
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public Stores stores() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return store.unitOfWork();
    }

    @Override
    public void close() {
        store.close();
        clock.close();
    }
}
