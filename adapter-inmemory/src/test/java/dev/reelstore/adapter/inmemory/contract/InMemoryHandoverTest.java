package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.HandoverContract;

final class InMemoryHandoverTest implements HandoverContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
