package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.AnalyzedJobContract;

final class InMemoryAnalyzedJobTest implements AnalyzedJobContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
