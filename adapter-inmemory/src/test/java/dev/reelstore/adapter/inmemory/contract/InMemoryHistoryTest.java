package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.HistoryContract;

final class InMemoryHistoryTest implements HistoryContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
