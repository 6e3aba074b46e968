package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.QualityChangeContract;

final class InMemoryQualityChangeTest implements QualityChangeContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
