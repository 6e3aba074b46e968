package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.VideoBatchContract;

final class InMemoryVideoBatchTest implements VideoBatchContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
