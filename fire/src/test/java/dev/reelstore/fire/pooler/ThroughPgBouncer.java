package dev.reelstore.fire.pooler;

import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.WholeContract;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole contract through a pooler; {@link PoolerContractCampaignTest} runs it and says where that is. */
final class ThroughPgBouncer extends WholeContract {

    static volatile PooledFixture.@Nullable Place place;

    @Override
    protected Fixture open() {
        return new PooledFixture(Objects.requireNonNull(place));
    }
}
