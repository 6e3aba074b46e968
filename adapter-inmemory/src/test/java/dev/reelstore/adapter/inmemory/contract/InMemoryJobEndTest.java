package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JobEndContract;

final class InMemoryJobEndTest implements JobEndContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
