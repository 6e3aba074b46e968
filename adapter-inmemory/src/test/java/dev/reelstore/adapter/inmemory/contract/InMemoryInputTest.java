package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.InputContract;

final class InMemoryInputTest implements InputContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
