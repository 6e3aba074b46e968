package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.SavepointScopeContract;

final class InMemorySavepointScopeTest implements SavepointScopeContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
