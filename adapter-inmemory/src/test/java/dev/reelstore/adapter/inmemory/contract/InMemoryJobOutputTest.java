package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JobOutputContract;

final class InMemoryJobOutputTest implements JobOutputContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
