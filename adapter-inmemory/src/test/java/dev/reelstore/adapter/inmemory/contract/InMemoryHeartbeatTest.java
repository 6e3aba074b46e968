package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.HeartbeatContract;

final class InMemoryHeartbeatTest implements HeartbeatContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
