package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.UnitBoundsContract;

final class InMemoryUnitBoundsTest implements UnitBoundsContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
