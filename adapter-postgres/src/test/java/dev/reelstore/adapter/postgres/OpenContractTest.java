package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.WholeContract;

/** The whole contract on a pool of its own. */
class OpenContractTest extends WholeContract {

    private static final SharedStore STORE = new SharedStore(() -> PostgresPersistence.open(TestStore.settings()));

    @Override
    protected Fixture open() {
        return new PostgresFixture(STORE);
    }
}
