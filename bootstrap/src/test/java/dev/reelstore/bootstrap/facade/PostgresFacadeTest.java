package dev.reelstore.bootstrap.facade;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.WholeContract;

/** The façade does not change what the adapter below it promises. */
class PostgresFacadeTest extends WholeContract {

    @Override
    protected Fixture open() {
        return new FacadeFixture(new PostgresFixture());
    }
}
