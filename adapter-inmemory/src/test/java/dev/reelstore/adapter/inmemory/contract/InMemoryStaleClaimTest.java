package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.StaleClaimContract;

final class InMemoryStaleClaimTest implements StaleClaimContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
