package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.IsolationContract;

final class InMemoryIsolationTest implements IsolationContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
