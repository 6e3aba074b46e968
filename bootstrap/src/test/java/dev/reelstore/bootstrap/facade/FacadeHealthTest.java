package dev.reelstore.bootstrap.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.job.JobFilter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FacadeHealthTest {

    private static final String NAME = "facade-health-test";

    @Test
    void callsGoOnAndThePoolIsWholeAgainAfterAllItsConnectionsWereEnded() {
        try (Reelstore reelstore = Reelstore.on(PostgresPersistence.open(
                TestDatabases.settings().applicationName(NAME).pool(PoolSettings.fixed(3, 3))))) {
            PoolFigures whole = new PoolFigures(0, 3, 0, 3, 3);
            await().untilAsserted(() -> assertThat(reelstore.health().pool()).hasValue(whole));
            reelstore.jobs().count(JobFilter.all());
            TestDatabases.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + NAME + "'");

            assertThat(reelstore.jobs().count(JobFilter.all())).isNotNegative();
            await().untilAsserted(() -> assertThat(reelstore.health().pool()).hasValue(whole));
        }
    }

    @Test
    void aWatchTellsOfAStoreThatWasClosedButNotOfTheEndOfItsFacade() {
        List<Boolean> told = new CopyOnWriteArrayList<>();
        InMemoryPersistence store = InMemoryPersistence.create();
        try (Reelstore reelstore = Reelstore.on(store)) {
            reelstore.watchHealth(Duration.ofMillis(2), told::add);
            store.close();
            await().untilAsserted(() -> assertThat(told).containsExactly(false));
        }

        told.clear();
        Reelstore reelstore = Reelstore.on(InMemoryPersistence.create());
        reelstore.watchHealth(Duration.ofMillis(2), told::add);
        reelstore.close();
        assertThat(reelstore.health().open()).isFalse();
        assertThatThrownBy(() -> reelstore.watchHealth(Duration.ofSeconds(1), told::add))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told).isEmpty();
    }
}
