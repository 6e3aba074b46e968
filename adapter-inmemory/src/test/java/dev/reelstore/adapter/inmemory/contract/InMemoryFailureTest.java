package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.FailureContract;

final class InMemoryFailureTest implements FailureContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
