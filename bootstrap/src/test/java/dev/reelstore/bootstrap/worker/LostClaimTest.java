package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.StopReason;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LostClaimTest {

    private final Bench bench = new Bench();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final Queue<StopReason> told = new ConcurrentLinkedQueue<>();
    private final Queue<Settlement> settled = new ConcurrentLinkedQueue<>();
    private JobId id = JobId.next();

    @BeforeEach
    void create() {
        id = bench.create();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCancelledJobsHandlerIsToldSo() throws InterruptedException {
        startAndWait(Bench.QUICK);

        bench.memory.jobs().cancel(id);

        await().atMost(SOON).until(() -> !settled.isEmpty() && !told.isEmpty());
        assertThat(told).containsExactly(StopReason.CANCELLED);
        assertThat(settled).containsExactly(Settlement.STALE);
        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void aDeletedJobsHandlerIsToldThatItIsCancelled() throws InterruptedException {
        startAndWait(Bench.QUICK);

        bench.memory.jobs().delete(id);

        await().atMost(SOON).until(() -> !settled.isEmpty() && !told.isEmpty());
        assertThat(told).containsExactly(StopReason.CANCELLED);
        assertThat(bench.memory.jobs().find(id)).isEmpty();
    }

    @Test
    void theHandlerOfAFrozenWorkerIsToldThatItsLeaseIsLostAndChangesNothing() throws InterruptedException {
        // Its one beat opens the lease; the next comes long after the rescue, as if the process had been frozen.
        WorkerSettings seldom = Bench.QUICK.lease(Duration.ofMinutes(100), Duration.ofMinutes(50));
        startAndWait(seldom.concurrency(1).rescue(Duration.ofHours(1)));
        bench.memory.clock().advance(Duration.ofMinutes(101));
        assertThat(bench.memory.claims().rescue().requeued()).isEqualTo(1);
        Claim other = bench.memory
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE)))
                .get(0);

        frozen.countDown();

        await().atMost(SOON).until(() -> !settled.isEmpty() && !told.isEmpty());
        assertThat(settled).containsExactly(Settlement.STALE);
        assertThat(told).containsExactly(StopReason.LEASE_LOST);
        assertThat(bench.memory.claims().complete(other, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    void aCutOffHandlerIsToldByTheFirstHeartbeatThatGetsThrough() throws InterruptedException {
        startAndWait(Bench.QUICK.concurrency(1).rescue(Duration.ofHours(1)));
        bench.faults.awaitReturns("rescue", 1);
        bench.faults.failing("heartbeat");
        int beats = bench.faults.calls("heartbeat");
        await().atMost(SOON).until(() -> bench.faults.calls("heartbeat") > beats + 1);
        bench.memory.clock().advance(Duration.ofMinutes(1));
        assertThat(bench.memory.claims().rescue().requeued()).isEqualTo(1);
        assertThat(told).isEmpty();

        bench.faults.working("heartbeat");

        await().atMost(SOON).until(() -> !told.isEmpty());
        assertThat(told).containsExactly(StopReason.LEASE_LOST);
    }

    @Test
    void anExpiredLeaseThatNobodyRescuedIsRevivedByTheNextHeartbeat() throws InterruptedException {
        startAndWait(Bench.QUICK.rescue(Duration.ofHours(1)));
        bench.faults.awaitReturns("rescue", 1);
        int beats = bench.faults.calls("heartbeat");

        bench.memory.clock().advance(Duration.ofMinutes(1));

        await().atMost(SOON).until(() -> bench.faults.calls("heartbeat") > beats + 3);
        frozen.countDown();
        await().atMost(SOON).until(() -> !settled.isEmpty());
        assertThat(settled).containsExactly(Settlement.DONE);
        assertThat(told).isEmpty();
    }

    @Test
    void aCheckpointUnderALostClaimSaysSoAtOnce() {
        bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(told::add);
                    bench.memory.jobs().cancel(id);
                    assertThat(context.stage("render", 1).checkpoint(new JsonDocument("{\"at\":7}")))
                            .isFalse();
                    settled.add(context.complete());
                })
                .drain();

        assertThat(told).containsExactly(StopReason.CANCELLED);
        assertThat(settled).containsExactly(Settlement.STALE);
    }

    @Test
    void aCallbackThatThrowsHoldsUpNobody() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(reason -> {
                        throw new IllegalStateException("broken callback");
                    });
                    context.onStop(reason -> second.countDown());
                    begun.countDown();
                    second.await();
                    settled.add(context.complete());
                })
                .start();
        begun.await();

        bench.memory.jobs().cancel(id);

        await().atMost(SOON).until(() -> !settled.isEmpty());
    }

    /** A handler that works until it is stopped, or until the test lets it go on. */
    private void startAndWait(WorkerSettings settings) throws InterruptedException {
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, settings)
                .handle(TYPE, context -> {
                    context.onStop(reason -> {
                        told.add(reason);
                        frozen.countDown();
                    });
                    begun.countDown();
                    frozen.await();
                    settled.add(context.complete());
                })
                .start();
        begun.await();
    }
}
