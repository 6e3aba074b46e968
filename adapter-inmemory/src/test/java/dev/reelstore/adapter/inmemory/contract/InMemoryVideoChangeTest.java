package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.VideoChangeContract;

final class InMemoryVideoChangeTest implements VideoChangeContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
