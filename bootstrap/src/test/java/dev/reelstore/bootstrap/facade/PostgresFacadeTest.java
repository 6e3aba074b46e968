package dev.reelstore.bootstrap.facade;

import dev.reelstore.testkit.Fixture;

class PostgresFacadeTest extends FacadeContract {

    @Override
    Fixture openFacade() {
        return new FacadeFixture(new PostgresFixture());
    }
}
