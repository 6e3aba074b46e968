package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that go to a worker as they are created, while it never polls. */
@Timeout(120)
class StandbyTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private static final WorkerSettings ONE_AT_A_TIME =
            Bench.QUICK.concurrency(1).poll(NEVER, NEVER).rescue(NEVER);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aWorkerThatWaitsNeedsNoClaimOfItsOwn() {
        started(ONE_AT_A_TIME, context -> {});

        await().during(Duration.ofMillis(200)).until(() -> true);
        int claims = bench.faults.calls("claim");

        for (int i = 1; i <= 3; i++) {
            awaitCompleted(bench.create());
            bench.faults.awaitReturns("leave", i + 1);
        }

        assertThat(bench.faults.calls("claim")).isEqualTo(claims);
    }

    @Test
    void noMoreAreHandedOverThanThereAreHandlersThatWait() {
        CountDownLatch end = new CountDownLatch(1);
        started(ONE_AT_A_TIME.concurrency(2), context -> end.await());

        for (int i = 0; i < 5; i++) {
            bench.create(Bench.newJob("film-" + i));
        }

        await().during(Duration.ofMillis(100)).until(() -> bench.count(JobStatus.RUNNING) == 2);
        end.countDown();
        await().atMost(SOON).until(() -> bench.count(JobStatus.COMPLETED) == 5);
    }

    @Test
    void whatIsQueuedWhileAJobIsHandedOverIsClaimedAfterwards() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        bench.faults.hold("take", answer);
        started(ONE_AT_A_TIME, context -> {});

        CompletableFuture<JobId> handed = aside(bench::create);
        await().atMost(SOON).until(() -> bench.faults.calls("take") == 1);
        JobId queued = bench.create(Bench.newJob("two"));
        await().during(Duration.ofMillis(100)).until(() -> bench.status(queued) == JobStatus.QUEUED);
        answer.countDown();

        awaitCompleted(handed.get());
        awaitCompleted(queued);
    }

    @Test
    void anAnswerWithoutAJobLetsTheWorkerClaimByItself() {
        bench.faults.instead("take", (taker, arguments) -> {
            claims(arguments).forEach(bench.memory.claims()::release);
            ((Handover.Taker) taker).take(List.of());
        });
        started(ONE_AT_A_TIME, context -> {});

        awaitCompleted(bench.create());
    }

    @Test
    void aJobThatNobodyKnowsToHaveIsGivenBackAndDone() {
        bench.faults.instead("take", (taker, arguments) -> ((Handover.Taker) taker).doubt());
        started(ONE_AT_A_TIME, context -> {});

        JobId id = bench.create();

        awaitCompleted(id);
        assertThat(bench.job(id).attempt()).isEqualTo(1);
    }

    @Test
    void aWorkerThatStopsWaitsForTheJobThatIsHandedOverAndGivesItBack() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        bench.faults.hold("take", answer);
        Worker worker = started(
                ONE_AT_A_TIME,
                context -> context.stopReason().ifPresent(reason -> {
                    throw new IllegalStateException("torn down: " + reason);
                }));
        CompletableFuture<JobId> handed = aside(bench::create);
        await().atMost(SOON).until(() -> bench.faults.calls("take") == 1);

        CompletableFuture<Boolean> stopped = aside(() -> worker.stop(Duration.ZERO));
        await().during(Duration.ofMillis(100)).until(() -> !stopped.isDone());
        answer.countDown();

        stopped.get();
        Job job = bench.job(handed.get());
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.attempt()).isZero();
    }

    @Test
    void aWorkerThatIsStoppingIsHandedNothing() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Worker worker = started(ONE_AT_A_TIME.concurrency(2), context -> {
            if (runs.incrementAndGet() == 1) {
                context.onStop(reason -> told.countDown());
                told.await();
            } else {
                end.await();
            }
        });
        JobId first = bench.create();
        bench.create(Bench.newJob("two"));
        await().atMost(SOON).until(() -> runs.get() == 2);

        int requests = bench.faults.calls("leave");

        CompletableFuture<Boolean> stopped = aside(() -> worker.stop(SOON));
        awaitCompleted(first);
        JobId late = bench.create(Bench.newJob("late"));
        await().during(Duration.ofMillis(100)).until(() -> bench.status(late) == JobStatus.QUEUED);
        end.countDown();

        assertThat(stopped.get()).isTrue();
        assertThat(bench.faults.calls("leave")).isEqualTo(requests);
        assertThat(bench.status(late)).isEqualTo(JobStatus.QUEUED);
    }

    /** On a thread of its own: those that the JDK shares may all be waiting. */
    private static <T> CompletableFuture<T> aside(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    /** A worker that waits. */
    private Worker started(WorkerSettings settings, JobHandler handler) {
        Worker worker = bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, settings)
                .handle(TYPE, handler)
                .start();
        bench.faults.awaitReturns("leave", 1);
        return worker;
    }

    private void awaitCompleted(JobId id) {
        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
    }

    @SuppressWarnings("unchecked")
    private static List<Claim> claims(Object[] arguments) {
        return (List<Claim>) arguments[0];
    }
}
