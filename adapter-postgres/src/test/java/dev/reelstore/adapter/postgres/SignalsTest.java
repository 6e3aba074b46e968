package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals.JobListener;
import dev.reelstore.domain.Signals.Subscription;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

final class SignalsTest {

    private static final String NAME = "signals-test";
    private static final String LISTENING =
            "pg_stat_activity WHERE query LIKE 'LISTEN%' AND application_name = '" + NAME + "'";

    private final PostgresPersistence store =
            PostgresPersistence.open(TestStore.settings().applicationName(NAME));
    private final AtomicInteger woken = new AtomicInteger();
    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nobodyListensUntilSomebodyAsks() {
        store.jobs().create(job);
        assertThat(TestStore.count(LISTENING)).isZero();

        Subscription first = listen("default");
        Subscription second = listen("other");
        assertThat(TestStore.count(LISTENING)).isOne();
        first.close();
        second.close();

        await().until(() -> TestStore.count(LISTENING) == 0);
    }

    @Test
    void aJobThatIsDueWakesTheListenersOfItsQueueAlone() {
        listen("default");
        AtomicInteger others = new AtomicInteger();
        store.signals().listen("other", others::incrementAndGet);

        store.jobs().createAll(List.of(job, NewJob.of("encode", job.target())));

        await().untilAsserted(() -> assertThat(woken).hasValue(1));
        assertThat(others).hasValue(0);
    }

    @Test
    void whatIsRolledBackOrNotYetDueWakesNobody() {
        listen("default");

        catchThrowable(() -> store.unitOfWork().run(stores -> {
            stores.jobs().create(job);
            throw new IOException("undo");
        }));
        store.jobs().create(job.runAt(Instant.now().plusSeconds(3_600)));
        store.jobs().create(job.id(JobId.next()));

        await().untilAsserted(() -> assertThat(woken).hasValue(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "fail", "retire", "retry", "rescue"})
    void whateverPutsAJobBackWakes(String how) {
        store.jobs().create(job);
        Claim claim = store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), "default", List.of("encode")))
                .get(0);
        listen("default");

        switch (how) {
            case "release" -> store.claims().release(claim);
            case "fail" -> store.claims().fail(claim, JobFailure.retryAfter(Duration.ZERO, "broken"));
            case "retire" -> store.claims().retire(claim.worker());
            case "retry" -> {
                store.jobs().cancel(job.id());
                store.jobs().retry(job.id(), Set.of());
            }
            default -> {
                TestStore.shiftClock(Duration.ofDays(1));
                store.claims().rescue();
                TestStore.shiftClock(Duration.ZERO);
            }
        }

        await().untilAsserted(() -> assertThat(woken).hasValue(1));
    }

    @Test
    void aConnectionThatIsLostIsReplacedAndAllAreWoken() {
        listen("default");

        TestStore.execute("SELECT pg_terminate_backend(pid) FROM " + LISTENING);

        await().untilAsserted(() -> assertThat(woken).hasValue(1));
        store.jobs().create(job);
        await().untilAsserted(() -> assertThat(woken).hasValue(2));
    }

    @Test
    void aClosedSubscriptionIsNotCalledAndABrokenOneHindersNobody() {
        Subscription closed = listen("default");
        store.signals().listen("default", () -> {
            throw new IllegalStateException("broken on purpose");
        });
        closed.close();
        closed.close();
        listen("default");

        store.jobs().create(job);

        await().untilAsserted(() -> assertThat(woken).hasValue(1));
    }

    @Test
    void aBorrowedConnectionIsKeptWhileSomebodyListensAndGivenBackAfterwards() {
        int before = TestStore.dataSource().getHikariPoolMXBean().getActiveConnections();
        try (Persistence borrowing = BorrowingContractTest.borrowing()) {
            borrowing.signals().listen("default", woken::incrementAndGet);
            borrowing.jobs().create(job);
            await().untilAsserted(() -> assertThat(woken).hasValue(1));
        }
        await().until(() -> TestStore.dataSource().getHikariPoolMXBean().getActiveConnections() == before);
    }

    /** NOTIFY makes commits wait for each other: nobody is to pay for it in vain. */
    @Test
    void changesAreNamedOnlyWhileSomebodyWatches() throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN reelstore_events");
            PGConnection notified = connection.unwrap(PGConnection.class);

            store.jobs().create(job);
            statement.execute("SELECT 1");
            assertThat(notified.getNotifications()).isEmpty();

            List<JobId> told = new CopyOnWriteArrayList<>();
            try (Subscription watching = store.signals().watch(new Told(told))) {
                store.jobs().cancel(job.id());
                await().untilAsserted(() -> assertThat(told).containsExactly(job.id()));
                statement.execute("SELECT 1");
                assertThat(notified.getNotifications()).hasSize(1);
            }
            await().until(() -> TestStore.count("reelstore.watcher") == 0);
            statement.execute("UNLISTEN *");
        }
    }

    @Test
    void whatCameAtTheEndIsNotLeftOnTheConnection() throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            Channel channel = Channel.events();
            channel.attend(connection);
            store.jobs().create(job);
            statement.execute("SELECT 1");

            channel.leave(connection);

            assertThat(connection.unwrap(PGConnection.class).getNotifications()).isEmpty();
        }
    }

    @Test
    void watchersHearOfChangesByHandAndOfALostConnection() {
        List<JobId> told = new CopyOnWriteArrayList<>();
        store.jobs().create(job);
        try (Subscription watching = store.signals().watch(new Told(told))) {
            TestStore.execute("DELETE FROM reelstore.job");
            await().untilAsserted(() -> assertThat(told).containsExactly(job.id()));
            TestStore.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + NAME
                    + "' AND query LIKE '%reelstore.watcher%'");
            await().untilAsserted(() -> assertThat(told).containsExactly(job.id(), Told.ANY));
        }
    }

    private record Told(List<JobId> jobs) implements JobListener {

        static final JobId ANY = JobId.next();

        @Override
        public void changed(JobId id) {
            jobs.add(id);
        }

        @Override
        public void missed() {
            jobs.add(ANY);
        }
    }

    private Subscription listen(String queue) {
        return store.signals().listen(queue, woken::incrementAndGet);
    }
}
