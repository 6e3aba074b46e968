package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.StandingContract;

final class InMemoryStandingTest implements StandingContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
