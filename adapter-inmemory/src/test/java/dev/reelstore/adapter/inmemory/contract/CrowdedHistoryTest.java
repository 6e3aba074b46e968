package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.history.CrowdCampaign;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One crowd after the other, each with the next seed. */
final class CrowdedHistoryTest {

    @Test
    @Tag("fire")
    void someOrderExplainsWhatEveryCrowdIsAnswered() {
        CrowdCampaign.fromProperties("in memory").run(InMemoryFixture::new);
    }
}
