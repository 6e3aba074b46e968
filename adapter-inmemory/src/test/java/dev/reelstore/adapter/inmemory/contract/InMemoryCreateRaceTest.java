package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.CreateRaceContract;

final class InMemoryCreateRaceTest implements CreateRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
