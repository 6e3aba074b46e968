package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.NestedUnitContract;

final class InMemoryNestedUnitTest implements NestedUnitContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
