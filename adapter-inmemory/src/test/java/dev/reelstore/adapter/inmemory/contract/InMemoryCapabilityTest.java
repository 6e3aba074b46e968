package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.CapabilityContract;

final class InMemoryCapabilityTest implements CapabilityContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
