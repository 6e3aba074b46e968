package dev.reelstore.bootstrap.facade;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.WholeContract;

/** A cache below the façade does not change what the adapter promises. */
class CachedInMemoryTest extends WholeContract {

    @Override
    protected Fixture open() {
        return new FacadeFixture(new CachedFixture(new InMemoryFixture()));
    }
}
