package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.SavepointContract;

final class InMemorySavepointTest implements SavepointContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
