package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.RetryContract;

final class InMemoryRetryTest implements RetryContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
