package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.StopReason;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TimeoutTest {

    private final Bench bench = new Bench();
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final Queue<Object> told = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        hangs.countDown();
        bench.close();
    }

    @Test
    void anAttemptThatHangsFailsThoughItsThreadIsBusyAndKeepsItsSlot() throws InterruptedException {
        JobId hanging = bench.create(Bench.newJob("hanging").timeout(Duration.ofMillis(50)));
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(1))
                .handle(TYPE, Bench.MINUTE, context -> {
                    if (context.job().target().id().equals("hanging")) {
                        context.onStop(told::add);
                        hangs.await();
                        told.add(context.complete(stores -> stores.jobs().create(Bench.newJob("never"))));
                    }
                })
                .start();

        await().atMost(SOON).until(() -> bench.status(hanging) == JobStatus.QUEUED);
        assertThat(bench.job(hanging).error()).isEqualTo("timed out after PT0.05S");
        assertThat(bench.job(hanging).attempt()).isEqualTo(1);
        assertThat(bench.job(hanging).runAt()).isAfter(bench.memory.now().plusSeconds(30));
        JobId next = bench.create(Bench.newJob("next"));
        Thread.sleep(200);
        assertThat(bench.status(next)).isEqualTo(JobStatus.QUEUED);

        hangs.countDown();

        await().atMost(SOON).until(() -> bench.status(next) == JobStatus.COMPLETED);
        assertThat(told).containsExactly(StopReason.TIMED_OUT, Settlement.STALE);
        assertThat(bench.memory.jobs().exists(TYPE, Bench.newJob("never").target(), JobStatus.live()))
                .isFalse();
    }

    @Test
    void aHandlerThatReturnsBecauseOfItDoesNotCompleteItsJob() {
        JobId id = bench.create(Bench.newJob().timeout(Duration.ofMillis(50)).maxAttempts(1));
        bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(reason -> hangs.countDown());
                    hangs.await();
                })
                .start();

        await().atMost(SOON).until(() -> bench.status(id).finished());
        assertThat(bench.status(id)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void timeSpentWaitingForAThreadDoesNotCount() {
        JobId slow = bench.create(Bench.newJob("slow"));
        JobId waits = bench.create(
                Bench.newJob("waits").timeout(Duration.ofMillis(300)).priority(1));
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(1).prefetch(1))
                .handle(TYPE, context -> {
                    if (context.job().id().equals(slow)) {
                        Thread.sleep(500);
                    }
                })
                .start();

        await().atMost(SOON).until(() -> bench.status(waits) == JobStatus.COMPLETED);
        assertThat(bench.job(waits).attempt()).isEqualTo(1);
    }
}
