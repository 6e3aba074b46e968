package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How long statements may take, wherever they run, and that nothing of it is left behind. */
@Timeout(60)
final class TimeLimitsTest {

    private static final Limits HASTY = new Limits(Duration.ofMillis(150), Duration.ofMillis(150), Duration.ZERO);
    private static final UnitOptions BRIEF = UnitOptions.named("brief").timeout(Duration.ofMillis(150));
    private static final NewJob JOB = NewJob.of("encode", new Target("film", "one"));
    private static final PostgresSettings ONE =
            TestStore.settings().applicationName("time-limits-test").pool(PoolSettings.fixed(1, 1));

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @AfterEach
    void mendTheClock() {
        TestStore.shiftClock(Duration.ZERO);
    }

    @Test
    void theLimitHoldsInAndOutsideOfUnitsOnAPoolOfItsOwn() {
        try (PostgresPersistence store = PostgresPersistence.open(ONE.limits(HASTY))) {
            slowDown();
            theLimitHolds(store);
        }
    }

    @Test
    void theLimitHoldsInAndOutsideOfUnitsOnBorrowedConnections() {
        DataSourceSettings settings =
                DataSourceSettings.DEFAULT.schema(SchemaMode.OFF).limits(HASTY);
        try (PostgresPersistence store = PostgresPersistence.on(TestStore.dataSource(), settings)) {
            slowDown();
            theLimitHolds(store);
        }
    }

    @Test
    void theTimeOfAUnitIsNotThatOfTheNextUserOfItsConnection() throws SQLException {
        try (PostgresPersistence store = PostgresPersistence.open(ONE)) {
            store.now();
            List<Long> backends = backends();
            slowDown();
            store.unitOfWork().run(BRIEF, stores -> stores.jobs().count(JobFilter.all()));
            store.now();
            isCutOff(() -> store.unitOfWork().run(BRIEF, stores -> stores.jobs().create(JOB)));
            store.now();
            store.unitOfWork().run(stores -> stores.jobs().create(JOB));
            assertThat(backends()).as("the connection").hasSize(1).isEqualTo(backends);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBorrowedConnectionComesBackAsItWas(boolean autoCommit) throws SQLException {
        try (Connection shared = PlainDataSource.of(ONE).getConnection();
                Statement statement = shared.createStatement()) {
            shared.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SET statement_timeout = '7s'; SET lock_timeout = '6s';"
                    + " SET idle_in_transaction_session_timeout = '5s'; SET search_path = pg_temp, public;"
                    + " SET application_name = 'somebody'");
            shared.setAutoCommit(autoCommit);
            List<String> before = state(shared);
            PostgresPersistence store = PostgresPersistence.on(
                    new SingleConnectionDataSource(shared, true),
                    DataSourceSettings.DEFAULT.schema(SchemaMode.VALIDATE).limits(TestStore.LIMITS));

            List<ThrowingCallable> uses = List.of(
                    () -> store.jobs().create(JOB),
                    () -> store.jobs().count(JobFilter.all()),
                    () -> store.now(),
                    () -> store.unitOfWork()
                            .run(
                                    BRIEF.isolation(Isolation.SERIALIZABLE),
                                    stores -> stores.jobs().find(JOB.id())),
                    () -> store.unitOfWork()
                            .run(
                                    UnitOptions.DEFAULT.asReadOnly(),
                                    stores -> stores.jobs().count(JobFilter.all())),
                    () -> refused(() -> store.jobs().get(JobId.next())),
                    () -> refused(() -> store.unitOfWork()
                            .run(BRIEF, stores -> stores.jobs().get(JobId.next()))),
                    () -> assertThat(store.health().poolHealthy()).isTrue(),
                    () -> assertThat(store.health().ping(RetryPolicy.NONE)).isTrue(),
                    store::close);
            for (ThrowingCallable use : uses) {
                run(use);
                assertThat(state(shared)).isEqualTo(before);
            }
        }
    }

    private static void theLimitHolds(PostgresPersistence store) {
        isCutOff(store::now);
        isCutOff(() -> store.jobs().create(JOB));
        isCutOff(() -> store.unitOfWork().run(stores -> stores.jobs().create(JOB)));
        isCutOff(() -> store.unitOfWork()
                .run(stores -> stores.runNested(nested -> nested.jobs().create(JOB))));
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    private static void isCutOff(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StoreTimeoutException.class, late -> {
            assertThat(late).hasMessageContaining("57014");
            assertThat(late.getCause()).isInstanceOf(SQLException.class);
        });
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StoreException.class);
    }

    private static void run(ThrowingCallable use) {
        try {
            use.call();
        } catch (Throwable failed) {
            throw new AssertionError("a use of the connection", failed);
        }
    }

    /** Each statement that asks for the store's time takes 0.4 s. */
    private static void slowDown() {
        TestStore.execute("CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                + " 'SELECT pg_catalog.clock_timestamp() FROM pg_catalog.pg_sleep(0.4)'");
    }

    private static List<Long> backends() throws SQLException {
        List<Long> found = new ArrayList<>();
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity WHERE application_name = 'time-limits-test'")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private static List<String> state(Connection connection) throws SQLException {
        List<String> state = new ArrayList<>();
        state.add("auto-commit " + connection.getAutoCommit());
        state.add("read-only " + connection.isReadOnly());
        state.add("isolation " + connection.getTransactionIsolation());
        state.add("network timeout " + connection.getNetworkTimeout());
        try (Statement statement = connection.createStatement()) {
            for (String name : List.of(
                    "statement_timeout",
                    "lock_timeout",
                    "idle_in_transaction_session_timeout",
                    "search_path",
                    "application_name",
                    "default_transaction_isolation",
                    "default_transaction_read_only")) {
                try (ResultSet rows = statement.executeQuery("SHOW " + name)) {
                    rows.next();
                    state.add(name + " " + rows.getString(1));
                }
            }
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        return state;
    }
}
