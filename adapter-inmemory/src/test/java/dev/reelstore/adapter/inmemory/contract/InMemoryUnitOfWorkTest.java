package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.UnitOfWorkContract;

final class InMemoryUnitOfWorkTest implements UnitOfWorkContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
