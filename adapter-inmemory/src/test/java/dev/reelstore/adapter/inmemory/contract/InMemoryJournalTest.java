package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JournalContract;

final class InMemoryJournalTest implements JournalContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
