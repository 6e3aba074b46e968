package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ChannelContract;

final class InMemoryChannelTest implements ChannelContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
