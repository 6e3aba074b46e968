package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** How the pool fills, shrinks, runs dry and becomes whole again. */
@Timeout(60)
final class PoolTest {

    private static final String NAME = "pool-test";
    private static final String PERIOD = "com.zaxxer.hikari.housekeeping.periodMs";

    private final PostgresSettings settings = TestStore.settings().applicationName(NAME);

    @Test
    void whatTheSettingsSayReachesThePool() {
        PostgresSettings overflowing =
                settings.pool(PoolSettings.withOverflow(1, 2).maxWait(Duration.ofSeconds(7)));
        try (PooledConnections connections =
                new PooledConnections("database", overflowing, PlainDataSource.of(overflowing))) {
            HikariDataSource pool = connections.pool();
            assertThat(pool.getMinimumIdle()).isEqualTo(1);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
            assertThat(pool.getConnectionTimeout()).isEqualTo(7_000);
            assertThat(pool.getMaxLifetime()).isEqualTo(3_600_000);
            assertThat(pool.getIdleTimeout()).isEqualTo(10_000);
        }
    }

    @Test
    void thePoolFillsToItsLeastByItself() {
        try (PostgresPersistence store = PostgresPersistence.open(settings.pool(PoolSettings.fixed(3, 5)))) {
            await().untilAsserted(() -> assertThat(store.health().pool()).hasValue(new PoolFigures(0, 3, 0, 3, 5)));
        }
    }

    @Test
    void whatIsNotKeptIsClosedWhenItWasNotUsed() throws SQLException {
        String before = System.getProperty(PERIOD);
        System.setProperty(PERIOD, "100");
        PostgresSettings overflowing = settings.pool(PoolSettings.withOverflow(1, 3));
        try (PooledConnections connections =
                new PooledConnections("database", overflowing, PlainDataSource.of(overflowing))) {
            connections.pool().setIdleTimeout(200);
            List<Connection> used = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                used.add(connections.borrow());
            }
            assertThat(connections.figures()).hasValue(new PoolFigures(4, 0, 0, 4, 4));
            for (Connection connection : used) {
                connection.close();
            }

            await().untilAsserted(() -> assertThat(connections.figures()).hasValue(new PoolFigures(0, 1, 0, 1, 4)));
        } finally {
            if (before == null) {
                System.clearProperty(PERIOD);
            } else {
                System.setProperty(PERIOD, before);
            }
        }
    }

    @Test
    void aCallWaitsForAConnectionAsLongAsTheSettingsSay() {
        PoolSettings one = PoolSettings.fixed(1, 1).maxWait(Duration.ofMillis(400));
        try (PostgresPersistence store = PostgresPersistence.open(settings.pool(one))) {
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                unit.stores().jobs().count(JobFilter.all());
                long begin = System.nanoTime();
                CompletableFuture<Long> other =
                        CompletableFuture.supplyAsync(() -> store.jobs().count(JobFilter.all()));
                await().until(() -> store.health().pool().orElseThrow().waiting() == 1 || other.isDone());

                assertThatThrownBy(other::join).hasCauseInstanceOf(StorePoolExhaustedException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .isBetween(Duration.ofMillis(350), Duration.ofSeconds(10));
                assertThat(store.health().poolHealthy()).isFalse();
                assertThat(store.health().ping())
                        .as("on a connection of its own")
                        .isTrue();
            }
            assertThat(store.health().poolHealthy()).isTrue();
        }
    }

    @Test
    void aCallThatWaitsGetsTheConnectionThatBecomesFree() {
        PoolSettings one = PoolSettings.fixed(1, 1);
        try (PostgresPersistence store = PostgresPersistence.open(settings.pool(one))) {
            CompletableFuture<Long> other;
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                unit.stores().jobs().count(JobFilter.all());
                other = CompletableFuture.supplyAsync(() -> store.jobs().count(JobFilter.all()));
                await().until(() -> store.health().pool().orElseThrow().waiting() == 1);
            }
            assertThat(other.join()).isNotNegative();
        }
    }

    @Test
    void thePoolIsWholeAgainAfterAllItsConnectionsWereEnded() {
        try (PostgresPersistence store = PostgresPersistence.open(settings.pool(PoolSettings.fixed(4, 4)))) {
            PoolFigures whole = new PoolFigures(0, 4, 0, 4, 4);
            await().untilAsserted(() -> assertThat(store.health().pool()).hasValue(whole));
            // a connection that was used less than half a second ago is handed out without being asked
            await().pollDelay(Duration.ofMillis(600)).until(() -> true);
            TestStore.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + NAME + "'");

            for (int i = 0; i < 4; i++) {
                assertThat(store.jobs().count(JobFilter.all())).isNotNegative();
            }
            await().untilAsserted(() -> assertThat(store.health().pool()).hasValue(whole));
        }
    }

    @Test
    void theFiguresOfAUsersPoolAreReadThroughItsProxies() {
        DataSourceSettings here = DataSourceSettings.DEFAULT.schema(SchemaMode.OFF);
        try (PostgresPersistence store = PostgresPersistence.on(TestStore.dataSource(), here)) {
            assertThat(store.health().pool().orElseThrow().max()).isEqualTo(20);
        }
        try (PostgresPersistence store =
                PostgresPersistence.on(new LazyConnectionDataSourceProxy(TestStore.dataSource()), here)) {
            assertThat(store.health().pool().orElseThrow().max()).isEqualTo(20);
        }
        try (HikariDataSource unused = new HikariDataSource();
                PostgresPersistence store = PostgresPersistence.on(unused, here)) {
            assertThat(store.health().pool()).isEmpty();
        }
        PGSimpleDataSource plain = PlainDataSource.of(settings);
        try (PostgresPersistence store = PostgresPersistence.on(plain, here)) {
            assertThat(store.health().pool()).isEmpty();
            assertThat(store.health().poolHealthy()).isTrue();
        }
    }
}
