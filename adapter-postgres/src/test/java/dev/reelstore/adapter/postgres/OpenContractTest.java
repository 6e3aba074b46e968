package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.WholeContract;

/** The whole contract on a pool of its own, by a role that may do no more than {@code roles.sql} lets it. */
class OpenContractTest extends WholeContract {

    private static final SharedStore STORE = new SharedStore(() -> PostgresPersistence.open(TestStore.appSettings()));

    @Override
    protected Fixture open() {
        return new PostgresFixture(STORE);
    }
}
