package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** What is said to a server behind a pooler, and what is left unsaid; any server can tell. */
final class TransactionPoolerTest {

    private static final String NAME = "pooler-test";
    private static final String STATE = "SELECT concat_ws(' ', current_setting('statement_timeout'),"
            + " current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'),"
            + " current_setting('enable_seqscan'), current_setting('jit'), current_setting('transaction_isolation'),"
            + " (SELECT count(*) FROM pg_prepared_statements WHERE NOT from_sql))";

    private final PostgresSettings settings = TestStore.settings()
            .applicationName(NAME)
            .pool(PoolSettings.fixed(1, 1))
            .pooler(TransactionPooler.alone());
    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @Test
    void nothingIsAskedAtConnectThatAPoolerRefusesAndNothingIsPrepared() throws SQLException {
        PGSimpleDataSource source = PlainDataSource.of(settings);

        assertThat(source.getProperty(PGProperty.OPTIONS)).isNull();
        assertThat(source.getProperty(PGProperty.PREPARE_THRESHOLD)).isEqualTo("0");
        assertThat(source.getProperty(PGProperty.SOCKET_TIMEOUT)).isEqualTo("40");
    }

    @Test
    void theUrlMaySayOfAPoolerThatItKnowsMore() throws SQLException {
        PGSimpleDataSource source = PlainDataSource.of(PostgresSettings.of(
                        "jdbc:postgresql://pooler/app?prepareThreshold=3&options=-c%20work_mem=8MB",
                        "app", Secret.of("s3cret"))
                .pooler(TransactionPooler.alone()));

        assertThat(source.getProperty(PGProperty.OPTIONS)).isEqualTo("-c work_mem=8MB");
        assertThat(source.getProperty(PGProperty.PREPARE_THRESHOLD)).isEqualTo("3");
    }

    @Test
    void theWayPastItIsChecked() {
        assertThatThrownBy(() -> TransactionPooler.withDirectUrl("jdbc:postgresql://db/app?password=s3cret"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("url holds credentials")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> TransactionPooler.withDirectUrl("db:5432")).isInstanceOf(InvalidDataException.class);
        assertThat(settings.pooler(TransactionPooler.withDirectUrl("jdbc:postgresql://db/app?sslkey=/k"))
                        .toString())
                .contains("pooler=TransactionPooler[directUrl=jdbc:postgresql://db/app?…]")
                .doesNotContain("sslkey");
        assertThat(settings.pooler(null))
                .isEqualTo(settings.pooler(TransactionPooler.alone()).pooler(null));
    }

    @Test
    void whatIsSaidHoldsForOneTransactionAndNoLonger() throws SQLException {
        try (PooledConnections connections =
                new PooledConnections("database", settings, PlainDataSource.of(settings))) {
            String before = state(connections);
            Transaction transaction =
                    Transaction.begin(connections, UnitOptions.named("test").isolation(Isolation.REPEATABLE_READ));
            String during = transaction.onConnection(TransactionPoolerTest::state);
            transaction.rollback();

            assertThat(during).isEqualTo("30s 1s 20s on off repeatable read 0");
            assertThat(state(connections)).isEqualTo(before).endsWith("read committed 0");
        }
    }

    @Test
    void callsLeaveNothingOnASession() throws SQLException {
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            TestStore.clear();
            for (int i = 0; i < 12; i++) {
                store.jobs().create(NewJob.of("encode", job.target()));
                store.claims()
                        .claim(ClaimRequest.of(WorkerId.next(), "default", List.of("encode")))
                        .forEach(claim -> store.claims().complete(claim, null));
            }
            String session = store.tables().connection(TransactionPoolerTest::state);
            assertThat(session).endsWith(" 0");
        } finally {
            TestStore.clear();
        }
    }

    @Test
    void withoutAWayPastItNobodyListensAndTheLogSaysSoOnce() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        AtomicInteger woken = new AtomicInteger();
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            store.signals().listen("default", woken::incrementAndGet);
            store.signals().listen("other", woken::incrementAndGet).close();
            store.jobs().create(job);

            assertThat(store.claims().claim(ClaimRequest.of(WorkerId.next(), "default", List.of("encode"))))
                    .hasSize(1);
        } finally {
            System.setErr(before);
            TestStore.clear();
        }
        assertThat(woken).hasValue(0);
        assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("by polling alone");
    }

    @Test
    void pastItSignalsAreHeard() {
        AtomicInteger woken = new AtomicInteger();
        String direct = TestStore.settings().url();
        try (PostgresPersistence store =
                PostgresPersistence.open(settings.pooler(TransactionPooler.withDirectUrl(direct)))) {
            store.signals().listen("default", woken::incrementAndGet);
            store.jobs().create(job);

            await().untilAsserted(() -> assertThat(woken).hasValue(1));
        } finally {
            TestStore.clear();
        }
    }

    @Test
    void theSchemaIsMigratedPastItAndOtherwiseOnlyChecked() throws SQLException {
        PostgresSettings empty = TestStore.settings("reelstore_pooler").pool(PoolSettings.fixed(1, 1));
        try (Connection connection = PlainDataSource.of(empty).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS reelstore CASCADE");
        }
        PostgresSettings alone = empty.pooler(TransactionPooler.alone());

        assertThatThrownBy(() -> PostgresPersistence.open(alone))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContaining("a direct URL");
        PostgresPersistence.open(empty.pooler(TransactionPooler.withDirectUrl(empty.url())))
                .close();
        PostgresPersistence.open(alone).close();
    }

    private static String state(PooledConnections connections) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return state(connection);
        }
    }

    private static String state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATE)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
