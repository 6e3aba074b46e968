package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.MediaRaceContract;

final class InMemoryMediaRaceTest implements MediaRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
