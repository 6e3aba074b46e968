package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.StageContract;

final class InMemoryStageTest implements StageContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
