package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.SweepContract;

final class InMemorySweepTest implements SweepContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
