package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** A store in memory for one test of the contract. */
final class InMemoryFixture implements Fixture {

    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(750);

    private final InMemorySettings settings = InMemorySettings.defaults().lockTimeout(LOCK_TIMEOUT);
    private final InMemoryPersistence store = InMemoryPersistence.create(settings);

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public Persistence openAnother() {
        return InMemoryPersistence.create(settings);
    }

    @Override
    public void advance(Duration by) {
        store.clock().advance(by);
    }

    @Override
    public Duration lockTimeout() {
        return LOCK_TIMEOUT;
    }

    @Override
    public void close() {
        store.close();
    }
}
