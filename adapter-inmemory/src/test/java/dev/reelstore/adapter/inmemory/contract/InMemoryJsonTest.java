package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JsonContract;

final class InMemoryJsonTest implements JsonContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
