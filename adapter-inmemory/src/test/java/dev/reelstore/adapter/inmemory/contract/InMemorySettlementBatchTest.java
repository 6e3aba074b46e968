package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.SettlementBatchContract;

final class InMemorySettlementBatchTest implements SettlementBatchContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
