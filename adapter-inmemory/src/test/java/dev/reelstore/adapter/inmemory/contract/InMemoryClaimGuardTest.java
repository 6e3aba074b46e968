package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ClaimGuardContract;

final class InMemoryClaimGuardTest implements ClaimGuardContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
