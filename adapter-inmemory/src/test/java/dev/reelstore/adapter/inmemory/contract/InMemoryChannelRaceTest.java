package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ChannelRaceContract;

final class InMemoryChannelRaceTest implements ChannelRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
