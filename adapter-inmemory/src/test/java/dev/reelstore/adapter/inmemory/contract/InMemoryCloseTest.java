package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.CloseContract;

final class InMemoryCloseTest implements CloseContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
