package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.InterleavingContract;

final class InMemoryInterleavingTest implements InterleavingContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
