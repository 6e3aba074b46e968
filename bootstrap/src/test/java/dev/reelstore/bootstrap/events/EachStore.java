package dev.reelstore.bootstrap.events;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.bootstrap.facade.TestDatabases;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** A façade on an empty store of each kind. */
final class EachStore {

    private EachStore() {}

    static Stream<Named<Reelstore>> stores() {
        TestDatabases.clear();
        return Stream.of(
                Named.of("in memory", Reelstore.on(InMemoryPersistence.create())),
                Named.of("PostgreSQL", Reelstore.on(TestDatabases.borrowing())));
    }
}
