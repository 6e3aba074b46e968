package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.QualityRaceContract;

final class InMemoryQualityRaceTest implements QualityRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
