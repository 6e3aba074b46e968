package dev.reelstore.acceptance.guides;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.testkit.database.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Empty stores for the examples. */
final class Guides {

    private Guides() {}

    /** A database that no other example uses. */
    static PostgresSettings settings(String name) {
        TestDatabase database = TestDatabase.get().named(name);
        return PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()));
    }

    /** A façade on an empty store of each kind. */
    static Stream<Named<Reelstore>> stores(String name) {
        return Stream.of(
                Named.of("in memory", Reelstore.on(InMemoryPersistence.create())),
                Named.of("PostgreSQL", Reelstore.on(PostgresPersistence.open(settings(name)))));
    }
}
