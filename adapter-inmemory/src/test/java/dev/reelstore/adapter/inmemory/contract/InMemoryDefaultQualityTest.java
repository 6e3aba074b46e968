package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.DefaultQualityContract;

final class InMemoryDefaultQualityTest implements DefaultQualityContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
