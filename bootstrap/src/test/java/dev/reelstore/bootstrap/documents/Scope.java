package dev.reelstore.bootstrap.documents;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.testkit.database.TestDatabase;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the documents take for granted around a snippet; a snippet may declare the same names itself. */
public abstract class Scope {

    protected static Reelstore reelstore;
    protected static PostgresSettings settings;
    protected static DataSource dataSource;

    static void open() throws Exception {
        TestDatabase database = TestDatabase.get().named("documents");
        settings = PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()));
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setUrl(database.url());
        plain.setUser(database.user());
        plain.setPassword(database.password());
        dataSource = plain;
        reelstore = Reelstore.on(InMemoryPersistence.create());
    }

    static void close() {
        reelstore.close();
    }
}
