package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.RescueContract;

final class InMemoryRescueTest implements RescueContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
