package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.BatchExistenceContract;

final class InMemoryBatchExistenceTest implements BatchExistenceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
