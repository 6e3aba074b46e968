package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.SettlementContract;

final class InMemorySettlementTest implements SettlementContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
