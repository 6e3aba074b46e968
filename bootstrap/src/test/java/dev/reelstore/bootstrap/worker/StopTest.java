package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.StopReason;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StopTest {

    private final Bench bench = new Bench();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aHandlerThatEndsInTimeSettlesAsUsual() throws InterruptedException {
        JobId id = bench.create();
        Worker worker = bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(reason -> told.countDown());
                    begun.countDown();
                    told.await();
                    context.complete(stores -> {});
                })
                .start();
        begun.await();

        assertThat(worker.stop(SOON)).isTrue();

        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aHandlerThatThrowsBecauseOfItGivesItsJobBack() throws InterruptedException {
        JobId id = bench.create();
        Worker worker = bench.worker()
                .handle(TYPE, context -> {
                    CompletableFuture<StopReason> stop = new CompletableFuture<>();
                    context.onStop(stop::complete);
                    begun.countDown();
                    throw new IllegalStateException("torn down: " + stop.get());
                })
                .start();
        begun.await();

        assertThat(worker.stop(SOON)).isTrue();

        assertGivenBack(id);
    }

    @Test
    void aClaimThatIsUnderWayIsWaitedForSoThatItTakesNothingAfterwards() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        bench.faults.hold("claim", answer);
        Worker worker = bench.worker().handle(TYPE, context -> {}).start();
        await().atMost(SOON).until(() -> bench.faults.calls("claim") == 1);
        JobId id = bench.create();
        Thread stopping = new Thread(() -> worker.stop(Duration.ZERO));
        stopping.start();
        stopping.join(300);

        assertThat(stopping.isAlive()).isTrue();

        answer.countDown();
        stopping.join();
        assertGivenBack(id);
    }

    @Test
    void aHandlerThatIsNotBackInTimeLosesItsJobToOthersAtOnce() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        JobId id = bench.create();
        Worker worker = bench.worker()
                .handle(TYPE, context -> {
                    begun.countDown();
                    release.await();
                })
                .start();
        begun.await();

        long begin = System.nanoTime();
        assertThat(worker.stop(Duration.ofMillis(200))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
        assertGivenBack(id);
        assertThat(bench.memory.claims().claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE))))
                .hasSize(1);
        release.countDown();
        assertThat(worker.stop(SOON)).as("the handler is back").isTrue();
        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> bench.status(id) == JobStatus.RUNNING);
    }

    @Test
    void heartbeatsGoOnUntilTheLastHandlerIsBack() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        bench.create();
        Worker worker = bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(reason -> told.countDown());
                    begun.countDown();
                    release.await();
                })
                .start();
        begun.await();
        CompletableFuture<Boolean> stop = CompletableFuture.supplyAsync(() -> worker.stop(SOON));
        told.await();

        int before = bench.faults.calls("heartbeat");
        await().atMost(SOON).until(() -> bench.faults.calls("heartbeat") > before + 3);

        assertThat(stop).isNotDone();
        release.countDown();
        assertThat(stop.join()).isTrue();
    }

    @Test
    void nothingIsClaimedAfterItAndRepeatsOfItAreHarmless() {
        Worker worker = bench.worker().handle(TYPE, context -> {}).start();
        await().atMost(SOON).until(() -> bench.faults.calls("claim") > 0);

        assertThat(worker.stop(SOON)).isTrue();
        JobId id = bench.create();
        int claims = bench.faults.calls("claim");
        int beats = bench.faults.calls("heartbeat");
        assertThat(worker.stop(SOON)).isTrue();
        worker.close();

        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> bench.status(id) == JobStatus.QUEUED);
        assertThat(bench.faults.calls("claim")).isEqualTo(claims);
        assertThat(bench.faults.calls("heartbeat")).isEqualTo(beats);
    }

    @Test
    void prefetchedJobsThatHaveNotBegunAreGivenBack() throws InterruptedException {
        Worker worker = bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(1).prefetch(3))
                .handle(TYPE, context -> {
                    context.onStop(reason -> told.countDown());
                    begun.countDown();
                    told.await();
                });
        JobId first = bench.create(Bench.newJob("first"));
        JobId second = bench.create(Bench.newJob("second").priority(1));
        worker.start();
        begun.await();
        await().atMost(SOON).until(() -> bench.status(second) == JobStatus.RUNNING);

        assertThat(worker.stop(SOON)).isTrue();

        assertThat(bench.status(first)).isEqualTo(JobStatus.COMPLETED);
        assertGivenBack(second);
    }

    @Test
    void aHandlerMayStopItsOwnWorkerWhichThenWaitsInVain() throws InterruptedException {
        JobId id = bench.create();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Worker[] self = new Worker[1];
        Worker worker = bench.worker().handle(TYPE, context -> {
            begun.await();
            answer.complete(self[0].stop(Duration.ofMillis(100)));
        });
        self[0] = worker;
        worker.start();
        begun.countDown();

        assertThat(answer.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join()).isFalse();

        assertGivenBack(id);
    }

    @Test
    void aStopWhileTheStoreIsAwayEndsByItsDeadline() throws InterruptedException {
        bench.create();
        Worker worker = bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(reason -> told.countDown());
                    begun.countDown();
                    told.await();
                })
                .start();
        begun.await();
        bench.faults.down(true);

        long begin = System.nanoTime();
        assertThat(worker.stop(Duration.ofMillis(300))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    private void assertGivenBack(JobId id) {
        Job job = bench.job(id);
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.attempt()).isZero();
        assertThat(job.error()).isNull();
    }
}
