package dev.reelstore.bootstrap.facade;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** An adapter's fixture with the façade over it, which repeats as it always does but waits less. */
final class FacadeFixture implements Fixture {

    private static final ReelstoreOptions QUICK =
            ReelstoreOptions.DEFAULT.retry(new RetryPolicy(3, Duration.ofMillis(1), 2.0, Duration.ofMillis(5), false));

    private final Fixture adapter;
    private final Reelstore facade;

    FacadeFixture(Fixture adapter) {
        this.adapter = adapter;
        this.facade = Reelstore.on(adapter.persistence(), QUICK);
    }

    @Override
    public Persistence persistence() {
        return facade.persistence();
    }

    @Override
    public Persistence openAnother() {
        return Reelstore.on(adapter.openAnother(), QUICK).persistence();
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
        facade.close();
        adapter.close();
    }
}
