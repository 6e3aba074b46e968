package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.UnderClaimContract;

final class InMemoryUnderClaimTest implements UnderClaimContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
