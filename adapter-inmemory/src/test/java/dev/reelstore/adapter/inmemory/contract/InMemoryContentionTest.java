package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.ContentionContract;

final class InMemoryContentionTest implements ContentionContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
