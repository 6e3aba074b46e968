package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.QualityBatchContract;

final class InMemoryQualityBatchTest implements QualityBatchContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
