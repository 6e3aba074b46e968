package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JobQueryContract;

final class InMemoryJobQueryTest implements JobQueryContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
