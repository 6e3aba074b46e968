package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.AnalysisQueryContract;

final class InMemoryAnalysisQueryTest implements AnalysisQueryContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
