package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.adapter.postgres.CommitCutter.Cut;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creates that hand their job over, and whose claim or commit goes wrong. */
final class AnsweringCreatesTest {

    private final NewJob job = NewJob.of("encode", new Target("film", "one"));
    private final List<List<Claim>> answers = new ArrayList<>();
    private int doubts;
    private CommitCutter way;
    private PostgresPersistence store;

    @BeforeEach
    void open() throws IOException {
        TestStore.clear();
        way = new CommitCutter("reelstore.claim");
        store = PostgresPersistence.open(way.settings());
        leaveRequest();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        way.close();
        TestStore.execute("DROP TRIGGER IF EXISTS refuse_claims ON reelstore.job_live;"
                + " DROP FUNCTION IF EXISTS reelstore.refuse_claims()");
        TestStore.clear();
    }

    @Test
    void aJobIsCreatedThoughItsClaimIsRefused() {
        TestStore.execute("CREATE FUNCTION reelstore.refuse_claims() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'no claims'; END $$;"
                + " CREATE TRIGGER refuse_claims BEFORE UPDATE ON reelstore.job_live FOR EACH ROW"
                + " EXECUTE FUNCTION reelstore.refuse_claims()");

        Job created = store.jobs().create(job);

        assertThat(store.jobs().get(created.id()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(answers).isEmpty();
        assertThat(doubts).isEqualTo(1);
    }

    @Test
    void whoMayHoldAClaimOfALostCommitIsTold() {
        way.cut(Cut.AFTER);

        assertThatThrownBy(() -> store.jobs().create(job)).isInstanceOf(OutcomeUnknownException.class);

        assertThat(answers).isEmpty();
        assertThat(doubts).isEqualTo(1);
        assertThat(store.jobs().get(job.id()).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aDataSourceOfTheCallersIsAskedForNothingAfterwards() throws Exception {
        TestStore.execute("DELETE FROM reelstore.worker");
        List<String> askers = new CopyOnWriteArrayList<>();
        try (PostgresPersistence borrowing = PostgresPersistence.on(telling(askers))) {
            leaveRequest(borrowing, WorkerId.next());
            askers.clear();

            borrowing.jobs().create(job);
            TimeUnit.MILLISECONDS.sleep(100);

            assertThat(answers).containsExactly(List.of());
            assertThat(askers).containsOnly(Thread.currentThread().getName());
        }
    }

    /** Tells which threads ask for connections. */
    private static DataSource telling(List<String> askers) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        askers.add(Thread.currentThread().getName());
                    }
                    return method.invoke(TestStore.dataSource(), arguments);
                });
    }

    private void leaveRequest() {
        WorkerId worker = WorkerId.next();
        store.claims().heartbeat(HeartbeatRequest.of(worker, ClaimRequest.DEFAULT_LEASE, List.of()));
        leaveRequest(store, worker);
    }

    private void leaveRequest(PostgresPersistence with, WorkerId worker) {
        ClaimRequest request = ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of("encode"));
        with.handover().leave(request, new Handover.Taker() {
            @Override
            public void take(List<Claim> claims) {
                answers.add(claims);
            }

            @Override
            public void doubt() {
                doubts++;
            }
        });
    }
}
