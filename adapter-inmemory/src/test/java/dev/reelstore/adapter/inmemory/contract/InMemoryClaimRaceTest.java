package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ClaimRaceContract;

final class InMemoryClaimRaceTest implements ClaimRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
