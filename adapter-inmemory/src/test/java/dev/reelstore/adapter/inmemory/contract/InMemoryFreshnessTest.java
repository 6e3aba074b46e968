package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.FreshnessContract;

final class InMemoryFreshnessTest implements FreshnessContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
