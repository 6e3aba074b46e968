package dev.reelstore.bootstrap.facade;

import dev.reelstore.application.cache.CachedQualities;
import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** An adapter's fixture with the cache over it, which forgets nothing by age. */
final class CachedFixture implements Fixture {

    private final Fixture adapter;
    private final Persistence store;

    CachedFixture(Fixture adapter) {
        this.adapter = adapter;
        this.store = cached(adapter.persistence());
    }

    @Override
    public Persistence persistence() {
        return store;
    }

    @Override
    public Persistence openAnother() {
        return cached(adapter.openAnother());
    }

    @Override
    public void advance(Duration by) {
        adapter.advance(by);
    }

    @Override
    public Duration lockTimeout() {
        return adapter.lockTimeout();
    }

    @Override
    public void close() {
        store.close();
        adapter.close();
    }

    private static Persistence cached(Persistence store) {
        return CachedQualities.over(store, 1_000, Duration.ofDays(1));
    }
}
