package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JobPageContract;

final class InMemoryJobPageTest implements JobPageContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
