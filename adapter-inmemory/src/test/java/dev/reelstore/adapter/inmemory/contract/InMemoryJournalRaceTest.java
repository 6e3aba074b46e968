package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JournalRaceContract;

final class InMemoryJournalRaceTest implements JournalRaceContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
