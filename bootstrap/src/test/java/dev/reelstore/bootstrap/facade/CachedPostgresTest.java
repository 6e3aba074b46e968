package dev.reelstore.bootstrap.facade;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.DefaultQualityContract;
import dev.reelstore.testkit.contract.QualityChangeContract;
import dev.reelstore.testkit.contract.QualityContract;
import org.junit.jupiter.api.Nested;

/** A cache below the façade does not change what the adapter promises of renditions. */
final class CachedPostgresTest {

    @Nested
    final class Quality extends Opening implements QualityContract {}

    @Nested
    final class QualityChange extends Opening implements QualityChangeContract {}

    @Nested
    final class DefaultQuality extends Opening implements DefaultQualityContract {}

    abstract static class Opening implements Contract {

        @Override
        public Fixture open() {
            return new FacadeFixture(new CachedFixture(new PostgresFixture()));
        }
    }
}
