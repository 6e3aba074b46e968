package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.VideoContract;

final class InMemoryVideoTest implements VideoContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
