package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.AnalysisRoundTripContract;

final class InMemoryAnalysisRoundTripTest implements AnalysisRoundTripContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
