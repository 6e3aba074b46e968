package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.SignalsContract;

final class InMemorySignalsTest implements SignalsContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
