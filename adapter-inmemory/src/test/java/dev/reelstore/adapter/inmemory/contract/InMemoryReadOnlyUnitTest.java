package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ReadOnlyUnitContract;

final class InMemoryReadOnlyUnitTest implements ReadOnlyUnitContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
