package dev.reelstore.adapter.inmemory.random;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.adapter.inmemory.SettableClock;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.testkit.random.RandomOperations;
import dev.reelstore.testkit.random.operation.Subject;
import java.time.Duration;
import java.time.Instant;

/** A store in memory whose clock stands still. */
final class InMemorySubject implements Subject {

    private SettableClock clock = SettableClock.standingAt(RandomOperations.START);
    private Persistence store = InMemoryPersistence.create();

    @Override
    public void begin(Instant at) {
        store.close();
        clock = SettableClock.standingAt(at);
        store = InMemoryPersistence.create(InMemorySettings.defaults().clock(clock));
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
    }
}
