package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.WholeContract;

/** The whole contract on connections of a DataSource that is the user's. */
class BorrowingContractTest extends WholeContract {

    private static final SharedStore STORE = new SharedStore(BorrowingContractTest::borrowing);

    @Override
    protected Fixture open() {
        return new PostgresFixture(STORE);
    }

    static PostgresPersistence borrowing() {
        return PostgresPersistence.on(
                TestStore.dataSource(),
                DataSourceSettings.DEFAULT.schema(SchemaMode.VALIDATE).limits(TestStore.LIMITS));
    }
}
