package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Timeout(60)
final class ConnectionsTest {

    private static final String NAME = "connections-test";

    private final NewJob job = NewJob.of("encode", new Target("film", "one"));
    private final PostgresSettings one = TestStore.settings()
            .applicationName(NAME)
            .pool(PoolSettings.fixed(1, 1).maxWait(Duration.ofMillis(500)));

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    /** A pool may park while it takes a connection back, which an interrupted thread does not. */
    @Test
    void anInterruptedThreadGivesItsConnectionBackAsIfItWereNot() {
        List<Boolean> closings = new ArrayList<>();
        DataSource watched =
                interrupting(() -> closings.add(Thread.currentThread().isInterrupted()));
        try (PostgresPersistence store =
                PostgresPersistence.on(watched, DataSourceSettings.DEFAULT.schema(SchemaMode.OFF))) {
            store.jobs().create(job);
            long jobs = store.jobs().count(JobFilter.all());
            boolean interrupted = Thread.interrupted();

            assertThat(jobs).isOne();
            assertThat(interrupted).isTrue();
            assertThat(closings).containsExactly(false, false);
        }
    }

    @Test
    void aPoolOfOneIsEnoughForCallsAndUnitsInsideUnits() {
        try (PostgresPersistence store = PostgresPersistence.open(one)) {
            store.unitOfWork().run(outer -> {
                outer.jobs().create(job);
                store.jobs().create(NewJob.of("encode", job.target()));
                store.unitOfWork()
                        .run(inner ->
                                assertThat(inner.jobs().count(JobFilter.all())).isEqualTo(2));
                outer.runNested(nested -> store.claims().rescue());
            });
            assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
        }
    }

    @Test
    void aPoolThatIsUsedUpSaysSo() throws Exception {
        try (PostgresPersistence store = PostgresPersistence.open(one);
                UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(job);
            CompletableFuture<Boolean> other =
                    CompletableFuture.supplyAsync(() -> store.jobs().cancel(job.id()));

            assertThatThrownBy(() -> other.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StorePoolExhaustedException.class);
        }
    }

    @Test
    void aServerThatIsNotThereIsAConnectionThatCouldNotBeMade() {
        PostgresSettings nowhere = PostgresSettings.of("127.0.0.1", 1, "app", "app", Secret.of("s3cret"))
                .pool(one.pool());
        assertThatThrownBy(() -> PostgresPersistence.open(nowhere))
                .isInstanceOf(StoreConnectionException.class)
                .hasMessageNotContaining("s3cret");
        try (PostgresPersistence store = PostgresPersistence.open(nowhere.schema(SchemaMode.OFF))) {
            assertThatThrownBy(() -> store.jobs().create(job)).isInstanceOf(StoreConnectionException.class);
        }
    }

    @Test
    void aConnectionLostBeforeTheCommitMeansThatNothingWasDone() {
        try (PostgresPersistence store = PostgresPersistence.open(one)) {
            assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                        stores.jobs().create(job);
                        endBackends();
                        stores.jobs().count(JobFilter.all());
                    }))
                    .isInstanceOf(StoreConnectionException.class);
            assertThat(store.jobs().find(job.id())).isEmpty();
        }
    }

    @Test
    void aReadThatLosesItsConnectionAtTheCommitIsNotInDoubt() {
        try (PostgresPersistence store = PostgresPersistence.open(one)) {
            assertThatThrownBy(() -> store.unitOfWork().run(UnitOptions.DEFAULT.asReadOnly(), stores -> {
                        stores.jobs().count(JobFilter.all());
                        endBackends();
                    }))
                    .isInstanceOfSatisfying(
                            StoreConnectionException.class,
                            lost -> assertThat(lost.repeat()).isEqualTo(Repeat.SAFE));
        }
    }

    @Test
    void aConnectionThatIsFoundLostWhenTheUnitEndsIsNoDoubt() {
        try (PostgresPersistence store = PostgresPersistence.open(one)) {
            assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                        stores.jobs().create(job);
                        endBackends();
                    }))
                    .isInstanceOf(StoreConnectionException.class);
            assertThat(store.jobs().find(job.id())).isEmpty();
        }
    }

    @Test
    void aServerThatBecameReadOnlyIsLeftForOneThatIsNot() {
        PostgresSettings settings =
                TestStore.settings("reelstore_demoted").applicationName(NAME).pool(one.pool());
        String demoted = settings.url().replaceFirst("^jdbc:postgresql://[^/]+/([^?]+).*", "$1");
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            TestStore.execute("ALTER DATABASE " + demoted + " SET default_transaction_read_only = on");
            endBackends();
            assertThatThrownBy(() -> createOnceConnected(store)).isInstanceOf(StoreUnavailableException.class);

            TestStore.execute("ALTER DATABASE " + demoted + " RESET default_transaction_read_only");
            // the pool may have made one more of the old kind meanwhile, which goes at its first use
            await().ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .until(() -> store.jobs().create(job).id().equals(job.id()));
            assertThat(store.jobs().find(job.id())).isPresent();
        }
    }

    @Test
    void aUnitThatIdlesTooLongIsEndedByTheServer() {
        PostgresSettings hasty = one.limits(TestStore.LIMITS.idleInTransaction(Duration.ofMillis(200)));
        try (PostgresPersistence store = PostgresPersistence.open(hasty)) {
            assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                        stores.jobs().create(job);
                        Thread.sleep(600);
                        stores.jobs().count(JobFilter.all());
                    }))
                    .isInstanceOf(StoreException.class);
            assertThat(store.jobs().count(JobFilter.all())).isZero();
        }
    }

    @Test
    void aStatementIsCutOffAtItsLimitOnABorrowedConnectionToo() throws SQLException {
        DataSourceSettings hasty = DataSourceSettings.DEFAULT
                .schema(SchemaMode.VALIDATE)
                .limits(TestStore.LIMITS.lock(Duration.ofMillis(400)).statement(Duration.ofMillis(400)));
        try (PostgresPersistence store = PostgresPersistence.on(TestStore.dataSource(), hasty);
                Connection holder = TestStore.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE reelstore.job IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> store.jobs().count(JobFilter.all())).isInstanceOf(StoreTimeoutException.class);
            assertThatThrownBy(() -> store.jobs().create(job)).isInstanceOf(StoreTimeoutException.class);
            holder.rollback();
        }
    }

    @Test
    void aBorrowedConnectionGoesBackAsItCame() throws SQLException {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setDataSource(PlainDataSource.of(TestStore.settings()));
            source.setMaximumPoolSize(1);
            source.setConnectionTimeout(1_000);
            source.setAutoCommit(false);
            try (PostgresPersistence store = PostgresPersistence.on(source)) {
                store.unitOfWork()
                        .run(
                                UnitOptions.DEFAULT.isolation(Isolation.SERIALIZABLE),
                                stores -> stores.jobs().create(job));
                assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
            }
            try (Connection connection = source.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    @Test
    void aConnectionWithSomebodysTransactionOnItIsRefusedAndThatTransactionLeftAlone() throws SQLException {
        try (Connection shared = TestStore.dataSource().getConnection();
                Statement statement = shared.createStatement()) {
            shared.setAutoCommit(false);
            SingleConnectionDataSource source = new SingleConnectionDataSource(shared, true);
            PostgresPersistence store = PostgresPersistence.on(
                    source, DataSourceSettings.DEFAULT.schema(SchemaMode.OFF).limits(TestStore.LIMITS));
            statement.execute("CREATE TEMPORARY TABLE somebodys (name text)");

            assertThatThrownBy(() -> store.jobs().create(job))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("joining(connection)");
            assertThat(shared.getAutoCommit()).isFalse();
            shared.rollback();
            assertThatThrownBy(() -> statement.execute("SELECT name FROM somebodys"))
                    .isInstanceOf(SQLException.class);
            shared.rollback();
        }
    }

    private void createOnceConnected(PostgresPersistence store) {
        for (int i = 0; i < 50; i++) {
            try {
                store.jobs().create(job);
                return;
            } catch (StoreConnectionException lost) {
                // the pool finds out about each connection that was ended by using it once
            }
        }
    }

    private static void endBackends() {
        TestStore.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + NAME + "'");
    }

    /** Interrupts whoever gets a connection of it. */
    private static DataSource interrupting(Runnable atClose) {
        DataSource plain = PlainDataSource.of(TestStore.settings());
        return proxy(DataSource.class, (method, arguments) -> {
            Thread.interrupted();
            Connection connection = (Connection) method.invoke(plain, arguments);
            Thread.currentThread().interrupt();
            return proxy(Connection.class, (called, given) -> {
                if (called.getName().equals("close")) {
                    atClose.run();
                }
                return called.invoke(connection, given);
            });
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private interface Call {

        Object of(Method method, Object[] arguments) throws Throwable;
    }
}
