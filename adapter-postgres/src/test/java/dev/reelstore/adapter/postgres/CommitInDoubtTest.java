package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.postgres.CommitCutter.Cut;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of a commit whose connection was lost. */
final class CommitInDoubtTest {

    private static final BigDecimal MICROSECOND = BigDecimal.valueOf(1, 6);

    private final NewVideo video = NewVideo.draft();
    private CommitCutter way;
    private PostgresPersistence store;

    @BeforeEach
    void open() throws IOException {
        TestStore.clear();
        way = new CommitCutter();
        store = PostgresPersistence.open(way.settings());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        way.close();
        TestStore.execute("DROP TABLE IF EXISTS public.looked_up");
        TestStore.clear();
    }

    @Test
    void oneThatTheServerNeverHeardOfIsSafeToRepeat() {
        way.cut(Cut.BEFORE);

        mustNotHaveHappened();
    }

    @Test
    void oneThatHappenedIsNoFailure() {
        way.cut(Cut.AFTER);

        store.unitOfWork().run(stores -> stores.videos().create(video));

        assertThat(store.videos().find(video.id())).isPresent();
    }

    @Test
    void oneWithWhichAllOtherConnectionsWereLostIsLookedUpOnANewOne() throws IOException {
        store.close();
        store = PostgresPersistence.open(way.settings().pool(PoolSettings.fixed(3, 3)));

        store.unitOfWork().run(stores -> {
            stores.videos().create(video);
            useTheOthers(2);
            way.cut(Cut.AFTER_WITH_ALL_OTHERS);
        });

        assertThat(TestStore.count("reelstore.video")).isEqualTo(1);
    }

    /** So many at once. */
    private void useTheOthers(int number) {
        if (number > 0) {
            CompletableFuture.runAsync(
                            () -> store.unitOfWork().run(stores -> {
                                stores.videos().find(VideoId.next());
                                useTheOthers(number - 1);
                            }),
                            task -> new Thread(task).start())
                    .join();
        }
    }

    @Test
    void oneThatIsStillOnItsWayDoesNotHappenAfterItWasSaidThatItDidNot() {
        way.cut(Cut.HELD);

        mustNotHaveHappened();

        way.deliver();
        await().during(Duration.ofMillis(300))
                .until(() -> store.videos().find(video.id()).isEmpty());
    }

    @Test
    void whatIsSettledUnderAClaimIsKnownByTheGuard() {
        Claim claim = claimed();
        way.cut(Cut.AFTER);

        Guarded<?> answer = store.unitOfWork().under(claim, stores -> {
            stores.journal().measure(NewMetric.of(claim.jobId(), "encode", Duration.ZERO));
            return stores.claims().complete(claim, null);
        });

        assertThat(answer).isInstanceOf(Guarded.Done.class);
        assertThat(store.claims().endedUnder(claim)).contains(JobStatus.COMPLETED);
        assertThat(TestStore.count("reelstore.job_metric")).isEqualTo(1);
    }

    @Test
    void aCallThatIsAUnitByItselfIsLookedUpToo() {
        way.cut(Cut.AFTER);
        assertThat(store.videos().create(video).id()).isEqualTo(video.id());

        NewVideo other = NewVideo.draft();
        way.cut(Cut.BEFORE);
        assertThatThrownBy(() -> store.videos().create(other)).isInstanceOf(StoreConnectionException.class);
        assertThat(store.videos().find(other.id())).isEmpty();
    }

    @Test
    void aStatementOnTheUsersTablesIsLookedUpToo() {
        way.cut(Cut.AFTER);

        store.tables().execute("CREATE TABLE public.looked_up (id int)");

        assertThat(TestStore.count("public.looked_up")).isZero();
    }

    @Test
    void aUnitThatOnlyReadIsNotInDoubt() {
        way.cut(Cut.BEFORE);

        assertThatThrownBy(() -> store.unitOfWork().run(stores -> stores.jobs().count(JobFilter.all())))
                .isInstanceOfSatisfying(
                        StoreConnectionException.class,
                        lost -> assertThat(lost.repeat()).isEqualTo(Repeat.SAFE));
    }

    @Test
    void aUnitThatWroteNothingIsNotInDoubt() {
        Claim stale = claimed();
        store.claims().release(stale);
        way.cut(Cut.BEFORE);

        assertThatThrownBy(
                        () -> store.unitOfWork().run(stores -> stores.claims().complete(stale, null)))
                .isInstanceOf(StoreConnectionException.class);
    }

    @Test
    void ofAServerThatWasStartedAnewNothingIsBelieved() throws Exception {
        OutcomeUnknownException doubt = new OutcomeUnknownException("lost at commit", null);
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()::text, pg_backend_pid(),"
                        + " extract(epoch FROM pg_postmaster_start_time()),"
                        + " inet_server_addr()::text || ':' || inet_server_port()")) {
            row.next();
            BigDecimal start = row.getBigDecimal(3);
            String address = " " + row.getString(4);
            CommitMark mark = new CommitMark(row.getString(1), row.getInt(2), start + address);
            ConnectionSource source = new BorrowedConnections("database", TestStore.dataSource(), TestStore.LIMITS);

            new CommitInDoubt("test", mark, doubt).resolve(source);

            for (CommitMark foreign : List.of(
                    new CommitMark(mark.transaction(), mark.process(), start.add(MICROSECOND) + address),
                    new CommitMark(mark.transaction(), mark.process(), start + " 10.0.0.1/32:5432"))) {
                assertThatThrownBy(() -> new CommitInDoubt("test", foreign, doubt).resolve(source))
                        .isSameAs(doubt);
            }
        }
    }

    private void mustNotHaveHappened() {
        assertThatThrownBy(
                        () -> store.unitOfWork().run(stores -> stores.videos().create(video)))
                .isInstanceOfSatisfying(
                        StoreConnectionException.class,
                        lost -> assertThat(lost.repeat()).isEqualTo(Repeat.SAFE));
        assertThat(store.videos().find(video.id())).isEmpty();
    }

    private Claim claimed() {
        store.jobs().create(NewJob.of("encode", new Target("film", "one")));
        return store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode")))
                .get(0);
    }
}
