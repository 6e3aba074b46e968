package dev.reelstore.bootstrap.facade;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** A store in memory for one test of the contract. */
final class InMemoryFixture implements Fixture {

    private final InMemorySettings settings = InMemorySettings.defaults().lockTimeout(Duration.ofMillis(750));
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
        settings.clock().advance(by);
    }

    @Override
    public Duration lockTimeout() {
        return settings.lockTimeout();
    }

    @Override
    public void close() {
        store.close();
    }
}
