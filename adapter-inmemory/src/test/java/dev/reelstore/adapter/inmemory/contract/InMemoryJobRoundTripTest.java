package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JobRoundTripContract;

final class InMemoryJobRoundTripTest implements JobRoundTripContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
