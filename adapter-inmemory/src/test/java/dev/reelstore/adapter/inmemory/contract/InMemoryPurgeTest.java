package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.PurgeContract;

final class InMemoryPurgeTest implements PurgeContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
