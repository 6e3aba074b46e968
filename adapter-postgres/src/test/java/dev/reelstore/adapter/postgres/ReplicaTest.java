package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which server answers a read, and what becomes of reads when a standby goes, comes back or is promoted. */
@Timeout(120)
final class ReplicaTest {

    private static final Freshness ANY = Freshness.stale(Duration.ofHours(1));
    private static final NewJob JOB = NewJob.of("encode", new Target("film", "a"));

    private final ReplicatedStore replicated = new ReplicatedStore();

    @AfterEach
    void close() {
        replicated.close();
    }

    @Test
    void aFreshReplicaAnswersAndCallsGoToThePrimary() {
        try (PostgresPersistence store = replicated.openAnother()) {
            ReadToken token = store.token();
            replicated.awaitReplicas();

            await().until(() -> answeredByStandby(store, UnitOptions.reading(ANY)));
            assertThat(answeredByStandby(store, UnitOptions.reading(Freshness.after(token))))
                    .isTrue();
            assertThat(answeredByStandby(store, UnitOptions.reading(ANY).isolation(Isolation.REPEATABLE_READ)))
                    .isTrue();
            assertThat(answeredByStandby(store, UnitOptions.reading(ANY).isolation(Isolation.SERIALIZABLE)))
                    .isFalse();
            assertThat(answeredByStandby(store, UnitOptions.reading(Freshness.stale(Duration.ZERO))))
                    .isFalse();
            assertThat(answeredByStandby(store, UnitOptions.DEFAULT.asReadOnly()))
                    .isFalse();
            assertThat(store.tables().execute("SELECT pg_is_in_recovery() AS it"))
                    .containsExactly(Map.of("it", false));
        }
    }

    @Test
    void oneSnapshotServesAWholeReadAtRepeatableRead() {
        try (PostgresPersistence store = replicated.openAnother()) {
            Job first = store.jobs().create(JOB);
            UnitOptions options =
                    UnitOptions.reading(Freshness.after(store.token())).isolation(Isolation.REPEATABLE_READ);
            replicated.awaitReplicas();

            store.unitOfWork().run(options, stores -> {
                assertThat(stores.jobs().find(first.id())).contains(first);
                replicated.persistence().jobs().create(NewJob.of("encode", new Target("film", "b")));
                replicated.awaitReplicas();
                assertThat(stores.jobs().count(JobFilter.all())).isEqualTo(1);
            });
        }
    }

    @Test
    void noStatementOfAReadWritesOnAReplica() {
        try (PostgresPersistence store = replicated.openAnother()) {
            List<String> writes =
                    List.of("CREATE TABLE own (id int)", "SET TRANSACTION READ WRITE", "CREATE TEMP TABLE t (id int)");
            for (String write : writes) {
                assertThatThrownBy(() -> store.unitOfWork()
                                .run(
                                        UnitOptions.reading(ANY),
                                        stores -> store.tables().execute(write)))
                        .as(write)
                        .isInstanceOf(StoreException.class);
            }
            await().until(() -> answeredByStandby(store, UnitOptions.reading(ANY)));
        }
    }

    @Test
    void aStandbyThatIsOpenedAsTheDatabaseItselfReadsAndRefusesToWrite() {
        PostgresSettings settings = replicated.settings();
        PostgresSettings standby =
                PostgresSettings.of(replicated.standby().url(), settings.user(), settings.password());
        replicated.awaitReplicas();
        try (PostgresPersistence store = PostgresPersistence.open(standby)) {
            assertThat(store.jobs().count(JobFilter.all())).isZero();
            assertThatThrownBy(() -> store.jobs().create(JOB))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            refused -> assertThat(refused.repeat()).isEqualTo(Repeat.SAFE));
            assertThatThrownBy(store::token)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("standby");
        }
    }

    @Test
    void aPrimaryIsNoReplica() {
        PostgresSettings settings =
                replicated.settings().replicas(replicated.primary().url());
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            store.jobs().create(JOB);
            assertThat(countAfterToken(store)).isEqualTo(1);
        }
    }

    @Test
    void ofSeveralReplicasEachThatAnswersTakesItsTurn() {
        String away = "jdbc:postgresql://127.0.0.1:1/postgres";
        PostgresSettings settings =
                replicated.settings().replicas(away, replicated.standby().url());
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            replicated.awaitReplicas();
            await().untilAsserted(() -> assertThat(answeredByStandby(store, UnitOptions.reading(ANY)))
                    .isTrue());
        }
        try (PostgresPersistence store = PostgresPersistence.open(settings.replicas(away))) {
            assertThat(answeredByStandby(store, UnitOptions.reading(ANY))).isFalse();
            assertThat(countAfterToken(store)).isZero();
        }
    }

    @Test
    void dataSourcesOfTheUsersOwnServeAsWell() {
        try (HikariDataSource primary = pool(replicated.primary());
                HikariDataSource standby = pool(replicated.standby());
                PostgresPersistence store =
                        PostgresPersistence.on(primary, DataSourceSettings.DEFAULT.replicas(standby))) {
            replicated.awaitReplicas();
            await().until(() -> answeredByStandby(store, UnitOptions.reading(ANY)));
            store.jobs().create(JOB);
            assertThat(countAfterToken(store)).isEqualTo(1);
            await().untilAsserted(() -> assertThat(standby.getHikariPoolMXBean().getActiveConnections())
                    .isZero());
            store.close();
            assertThat(standby.isClosed()).isFalse();
        }
    }

    @Test
    void theFacadeReadsWhereItMayAndWritesWhereItMust() {
        try (Reelstore reelstore = Reelstore.on(replicated.openAnother())) {
            Job job = reelstore.jobs().create(JOB);
            ReadToken token = reelstore.token();

            Optional<Job> read = reelstore.read(
                    Freshness.after(token), stores -> stores.jobs().find(job.id()));

            assertThat(read).contains(job);
            assertThatThrownBy(() -> reelstore.read(ANY, stores -> stores.jobs().create(JOB)))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void whatIsClosedLeavesNoConnection() {
        String ask = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'replica-end'";
        try (PostgresPersistence store =
                PostgresPersistence.open(replicated.settings().applicationName("replica-end"))) {
            await().until(() -> answeredByStandby(store, UnitOptions.reading(ANY)));
            assertThat(ReplicatedServers.ask(replicated.standby(), ask)).isNotEqualTo("0");
        }
        await().until(() -> ReplicatedServers.ask(replicated.standby(), ask).equals("0")
                && ReplicatedServers.ask(replicated.primary(), ask).equals("0"));
    }

    @Test
    void readsGoOnWithoutAStandbyThatIsKilledOrPromoted(@TempDir Path folder) throws Exception {
        try (ReplicatedServers servers = ReplicatedServers.start(folder);
                PostgresPersistence store = PostgresPersistence.open(PostgresSettings.of(
                                servers.primary().url(), servers.primary().user(), Secret.of(""))
                        .replicas(servers.standby().url()))) {
            UnitOptions any = UnitOptions.reading(ANY);
            await().until(() -> answeredByStandby(store, any));

            servers.killStandby();
            store.jobs().create(JOB);
            for (int i = 0; i < 20; i++) {
                assertThat(countAfterToken(store)).isEqualTo(1);
            }
            assertThat(answeredByStandby(store, any)).isFalse();

            servers.startStandby();
            await().atMost(Duration.ofSeconds(30)).until(() -> answeredByStandby(store, any));

            assertThat(ReplicatedServers.ask(servers.standby(), "SELECT pg_promote(TRUE, 30)"))
                    .isEqualTo("t");
            store.jobs().create(NewJob.of("encode", new Target("film", "b")));
            assertThat(countAfterToken(store)).isEqualTo(2);
            long read = store.unitOfWork().call(any, stores -> stores.jobs().count(JobFilter.all()));
            assertThat(read).isEqualTo(2);
        }
    }

    private static long countAfterToken(PostgresPersistence store) {
        UnitOptions options = UnitOptions.reading(Freshness.after(store.token()));
        return store.unitOfWork().call(options, stores -> stores.jobs().count(JobFilter.all()));
    }

    private static boolean answeredByStandby(PostgresPersistence store, UnitOptions options) {
        return store.unitOfWork().call(options, stores -> standby(store, stores));
    }

    private static boolean standby(PostgresPersistence store, Stores stores) {
        stores.jobs().count(JobFilter.all());
        return store.tables().execute("SELECT pg_is_in_recovery() AS it").get(0).containsValue(true);
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(database.url());
        configuration.setUsername(database.user());
        configuration.setMaximumPoolSize(4);
        return new HikariDataSource(configuration);
    }
}
