package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.JournalQueryContract;

final class InMemoryJournalQueryTest implements JournalQueryContract {

    @Override
    public Fixture open() {
        return new InMemoryFixture();
    }
}
