package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.VideoRaceContract;

final class InMemoryVideoRaceTest implements VideoRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
