package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.MediaRoundTripContract;

final class InMemoryMediaRoundTripTest implements MediaRoundTripContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
