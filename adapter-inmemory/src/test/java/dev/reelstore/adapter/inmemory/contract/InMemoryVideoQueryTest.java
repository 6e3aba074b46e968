package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.VideoQueryContract;

final class InMemoryVideoQueryTest implements VideoQueryContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
