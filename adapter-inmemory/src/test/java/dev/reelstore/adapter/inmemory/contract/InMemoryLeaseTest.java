package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.LeaseContract;

final class InMemoryLeaseTest implements LeaseContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
