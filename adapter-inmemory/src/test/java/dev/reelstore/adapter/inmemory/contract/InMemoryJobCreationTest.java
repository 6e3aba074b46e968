package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JobCreationContract;

final class InMemoryJobCreationTest implements JobCreationContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
