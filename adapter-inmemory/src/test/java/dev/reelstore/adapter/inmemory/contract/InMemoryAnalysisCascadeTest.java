package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.AnalysisCascadeContract;

final class InMemoryAnalysisCascadeTest implements AnalysisCascadeContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
