package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.QualityContract;

final class InMemoryQualityTest implements QualityContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
