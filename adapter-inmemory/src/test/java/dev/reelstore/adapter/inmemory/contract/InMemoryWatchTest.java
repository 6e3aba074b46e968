package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.WatchContract;

final class InMemoryWatchTest implements WatchContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
