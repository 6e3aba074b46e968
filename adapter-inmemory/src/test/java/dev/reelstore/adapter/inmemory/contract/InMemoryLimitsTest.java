package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.LimitsContract;

final class InMemoryLimitsTest implements LimitsContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
