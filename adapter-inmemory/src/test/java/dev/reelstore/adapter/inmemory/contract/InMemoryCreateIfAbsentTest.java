package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.CreateIfAbsentContract;

final class InMemoryCreateIfAbsentTest implements CreateIfAbsentContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
