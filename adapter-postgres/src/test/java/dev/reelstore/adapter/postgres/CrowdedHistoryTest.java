package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.history.CrowdCampaign;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One crowd after the other, each with the next seed. */
final class CrowdedHistoryTest {

    private static final SharedStore STORE = new SharedStore(() -> PostgresPersistence.open(TestStore.settings()));

    @Test
    @Tag("fire")
    void someOrderExplainsWhatEveryCrowdIsAnswered() {
        CrowdCampaign.fromProperties("PostgreSQL").run(() -> new PostgresFixture(STORE));
    }
}
