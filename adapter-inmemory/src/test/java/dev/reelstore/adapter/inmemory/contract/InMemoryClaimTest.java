package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ClaimContract;

final class InMemoryClaimTest implements ClaimContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
