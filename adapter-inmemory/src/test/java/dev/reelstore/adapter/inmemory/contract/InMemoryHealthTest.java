package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.HealthContract;

final class InMemoryHealthTest implements HealthContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
