package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.Opening;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From settings to a store that is open, and to its end. */
@Timeout(60)
final class LifeCycleTest {

    private static final String NAME = "life-cycle-test";

    private final NewJob job = NewJob.of("encode", new Target("film", "one"));
    private final PostgresSettings settings =
            TestStore.settings().applicationName(NAME).pool(PoolSettings.fixed(2, 4));

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @Test
    void settingsAndOpeningsConnectToNothing() {
        AtomicInteger called = new AtomicInteger();
        Opening<PostgresPersistence> nowhere = Opening.of(() -> PostgresPersistence.open(
                        PostgresSettings.of("127.0.0.1", 1, "app", "app", Secret.of("s3cret"))))
                .afterOpen(store -> called.incrementAndGet());

        assertThatThrownBy(nowhere::open).isInstanceOf(StoreConnectionException.class);
        assertThat(called).hasValue(0);
    }

    @Test
    void callbacksFindPoolAndSchemaAndMayMakeTablesOfTheirOwn() {
        Opening<PostgresPersistence> opening = Opening.of(
                        () -> PostgresPersistence.on(TestStore.dataSource(), DataSourceSettings.DEFAULT))
                .afterOpen(store -> {
                    try (Connection connection = TestStore.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE IF NOT EXISTS public.users (name text)");
                        statement.execute("INSERT INTO public.users VALUES ('Alice')");
                    }
                })
                .afterOpen(store -> assertThat(TestStore.count("public.users")).isEqualTo(1))
                .afterOpen(
                        store -> store.unitOfWork().run(stores -> stores.jobs().create(job)));
        try (PostgresPersistence store = opening.open()) {
            assertThat(store.jobs().find(job.id())).isPresent();
            assertThat(store.health().pool()).isPresent();
        } finally {
            TestStore.execute("DROP TABLE IF EXISTS public.users");
        }
    }

    @Test
    void aCallbackThatFailsLeavesNoConnection() {
        IllegalStateException failure = new IllegalStateException("not today");
        Opening<PostgresPersistence> opening = Opening.of(() -> PostgresPersistence.open(settings))
                .afterOpen(store -> {
                    store.jobs().create(job);
                    assertThat(connections()).isPositive();
                })
                .afterOpen(store -> {
                    throw failure;
                });

        assertThatThrownBy(opening::open).isSameAs(failure);
        nothingIsConnected();
    }

    @Test
    void aSchemaThatIsNotThereLeavesNoConnection() {
        PostgresSettings empty =
                TestStore.settings("reelstore_empty").applicationName(NAME).schema(SchemaMode.VALIDATE);

        assertThatThrownBy(() -> PostgresPersistence.open(empty)).hasMessageContaining("version 0");
        nothingIsConnected();
    }

    @Test
    void closingEndsEveryConnectionAlsoThoseOfUnitsThatAreOpen() {
        PostgresPersistence store = PostgresPersistence.open(settings);
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(job);
            store.close();
            store.close();

            nothingIsConnected();
            assertThatThrownBy(unit::commit).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(TestStore.count("reelstore.job")).isZero();
    }

    @Test
    void closingEndsACallThatIsUnderWay() throws SQLException {
        PostgresPersistence store = PostgresPersistence.open(settings);
        try (Connection holder = TestStore.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE reelstore.job IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Long> waiting =
                    CompletableFuture.supplyAsync(() -> store.jobs().count(JobFilter.all()));
            await().until(() -> store.health().pool().orElseThrow().active() == 1);
            store.close();

            assertThatThrownBy(waiting::join).hasCauseInstanceOf(StoreConnectionException.class);
            holder.rollback();
        }
        nothingIsConnected();
    }

    @Test
    void aCallThatStillWaitsForAConnectionWhenItsStoreIsClosedLearnsOfIt() {
        PostgresSettings one = settings.pool(PoolSettings.fixed(1, 1).maxWait(Duration.ofSeconds(2)));
        PostgresPersistence store = PostgresPersistence.open(one);
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().count(JobFilter.all());
            CompletableFuture<Long> waiting =
                    CompletableFuture.supplyAsync(() -> store.jobs().count(JobFilter.all()));
            await().until(() -> store.health().pool().orElseThrow().waiting() == 1);
            store.close();

            assertThatThrownBy(waiting::join).hasCauseInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void closingDoesNotHangWhenTheServerIsGone() {
        try (Gate gate = new Gate()) {
            PostgresPersistence store = PostgresPersistence.open(gate.settings(NAME));
            store.jobs().count(JobFilter.all());
            gate.shut();

            assertThat(timeOf(store::close)).isLessThan(Duration.ofSeconds(10));
            assertThat(store.health().open()).isFalse();
        }
    }

    @Test
    void closingDoesNotHangWhenTheServerFellSilent() {
        try (Gate gate = new Gate()) {
            PostgresPersistence store = PostgresPersistence.open(gate.settings(NAME));
            try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
                unit.stores().jobs().create(job);
                gate.fallSilent();

                assertThat(timeOf(store::close)).isLessThan(Duration.ofSeconds(10));
            }
            assertThat(store.health().open()).isFalse();
        }
    }

    private static Duration timeOf(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void nothingIsConnected() {
        await().untilAsserted(() -> assertThat(connections()).isZero());
    }

    private static long connections() {
        return TestStore.count("pg_stat_activity WHERE application_name = '" + NAME + "'");
    }
}
