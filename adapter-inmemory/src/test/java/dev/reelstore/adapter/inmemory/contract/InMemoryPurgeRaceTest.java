package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.PurgeRaceContract;

final class InMemoryPurgeRaceTest implements PurgeRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
