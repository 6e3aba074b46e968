package dev.reelstore.fire.process;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.testkit.database.TestDatabase;

/** Databases for campaigns, with the library's tables in them. */
final class Migrated {

    private Migrated() {}

    static TestDatabase named(String name) {
        TestDatabase database = TestDatabase.get().named(name);
        open(database).close();
        return database;
    }

    static PostgresPersistence open(TestDatabase database) {
        return PostgresPersistence.open(
                PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()))
                        .pool(PoolSettings.fixed(1, 4)));
    }
}
