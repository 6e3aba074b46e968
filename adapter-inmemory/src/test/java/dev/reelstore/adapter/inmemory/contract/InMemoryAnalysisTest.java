package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.AnalysisContract;

final class InMemoryAnalysisTest implements AnalysisContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
