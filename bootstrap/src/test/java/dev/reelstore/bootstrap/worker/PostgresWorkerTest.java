package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.StopReason;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.bootstrap.facade.TestDatabases;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real database changes for workers: connections, other processes, and signals between them. */
@Timeout(120)
class PostgresWorkerTest {

    private final Queue<Object> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Reelstore reelstore = open(4);
    private final Worker started = worker(reelstore);

    @BeforeEach
    void clear() {
        TestDatabases.clear();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        reelstore.close();
    }

    @Test
    void twoProcessesShareAQueueAndDoEachJobOnce() {
        ConcurrentHashMap<JobId, AtomicInteger> runs = new ConcurrentHashMap<>();
        for (int i = 0; i < 200; i++) {
            reelstore.jobs().create(Bench.newJob("film-" + i));
        }

        try (Reelstore other = open(4)) {
            for (Reelstore process : List.of(reelstore, other)) {
                worker(process)
                        .handle(TYPE, context -> {
                            runs.computeIfAbsent(context.job().id(), id -> new AtomicInteger())
                                    .incrementAndGet();
                            context.complete(stores -> stores.jobs()
                                    .create(NewJob.of("next", context.job().target())));
                        })
                        .start();
            }
            await().atMost(SOON)
                    .until(() -> reelstore.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)) == 200);
        }

        assertThat(runs)
                .hasSize(200)
                .allSatisfy((id, times) -> assertThat(times).hasValue(1));
        assertThat(reelstore.jobs().count(JobFilter.all().type("next"))).isEqualTo(200);
    }

    @Test
    void aPoolOfOneConnectionIsEnough() {
        reelstore.close();
        reelstore = open(1);
        JobId id = reelstore.jobs().create(Bench.newJob()).id();
        worker(reelstore)
                .handle(TYPE, context -> {
                    context.stage("render", 1).percent(50);
                    context.complete(stores ->
                            stores.jobs().create(NewJob.of("next", context.job().target())));
                })
                .start();

        await().atMost(SOON).until(() -> reelstore.jobs().get(id).status() == JobStatus.COMPLETED);
        assertThat(reelstore.jobs().stages(id).get(0).progress().percent()).isEqualTo(50);
    }

    @Test
    void aSignalOfAnotherProcessStartsAJobLongBeforeTheNextPoll() throws InterruptedException {
        Duration never = Duration.ofHours(1);
        reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.poll(never, never).rescue(never))
                .handle(TYPE, context -> begun.countDown())
                .start();
        Thread.sleep(500);

        try (Reelstore other = open(1)) {
            other.jobs().create(Bench.newJob());
        }

        assertThat(begun.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aJobCancelledByAnotherProcessStopsItsHandler() throws InterruptedException {
        JobId id = startHandlerThatWaits();

        try (Reelstore other = open(1)) {
            assertThat(other.jobs().cancel(id)).isTrue();
        }

        await().atMost(SOON).until(() -> seen.size() == 2);
        assertThat(seen).containsExactlyInAnyOrder(StopReason.CANCELLED, Settlement.STALE);
    }

    @Test
    void aWorkerThatStopsLeavesItsJobToOthersAtOnce() throws InterruptedException {
        JobId id = startHandlerThatWaits();

        started.stop(Duration.ZERO);

        assertThat(reelstore.jobs().get(id).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(reelstore.jobs().get(id).attempt()).isZero();
    }

    @Test
    void theJobsOfADeadWorkerAreTakenUp() {
        JobId id = reelstore.jobs().create(Bench.newJob()).id();
        Duration brief = Duration.ofMillis(300);
        reelstore
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE))
                        .lease(brief));
        // Nobody is rescued within one lease of the server's start.
        TestDatabases.shiftClock(Duration.ofMinutes(5));
        worker(reelstore).handle(TYPE, context -> {}).start();

        await().atMost(SOON).until(() -> reelstore.jobs().get(id).status() == JobStatus.COMPLETED);
        assertThat(reelstore.jobs().get(id).attempt()).isEqualTo(2);
    }

    private JobId startHandlerThatWaits() throws InterruptedException {
        JobId id = reelstore.jobs().create(Bench.newJob()).id();
        started.handle(TYPE, context -> {
                    context.onStop(reason -> {
                        seen.add(reason);
                        if (reason == StopReason.CANCELLED) {
                            goOn.countDown();
                        }
                    });
                    begun.countDown();
                    goOn.await();
                    seen.add(context.complete());
                })
                .start();
        begun.await();
        return id;
    }

    private static Worker worker(Reelstore on) {
        return on.worker(NewJob.DEFAULT_QUEUE, Bench.QUICK);
    }

    private static Reelstore open(int connections) {
        return Reelstore.on(
                PostgresPersistence.open(TestDatabases.settings().pool(PoolSettings.fixed(1, connections))));
    }
}
