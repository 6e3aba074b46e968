package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.UnitHandleContract;

final class InMemoryUnitHandleTest implements UnitHandleContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
