package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.UnitDoomContract;

final class InMemoryUnitDoomTest implements UnitDoomContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
