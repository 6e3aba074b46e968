package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.ThreadKind;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StartedWorkerTest {

    private final Bench bench = new Bench();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void allJobsAreDoneOnceByAsManyThreadsAsAllowed() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        create(200);

        bench.worker()
                .handle(TYPE, context -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    threads.add(Thread.currentThread().getName());
                    Thread.sleep(1);
                    runs.incrementAndGet();
                    now.decrementAndGet();
                })
                .start();

        awaitCompleted(200);
        assertThat(runs).hasValue(200);
        assertThat(most).hasValue(2);
        assertThat(threads).allMatch(name -> name.matches("reelstore-worker-default-\\d+"));
    }

    @Test
    void jobsAreClaimedInBatchesWithPrefetch() {
        create(300);

        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.prefetch(98))
                .handle(TYPE, context -> {})
                .start();

        awaitCompleted(300);
        assertThat(bench.faults.calls("claim")).isLessThan(150);
    }

    @Test
    void aSignalStartsAJobLongBeforeTheNextPoll() {
        Duration never = Duration.ofHours(1);
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.poll(never, never).rescue(never))
                .handle(TYPE, context -> {})
                .start();
        await().atMost(SOON).until(() -> bench.faults.calls("claim") > 0);

        JobId id = bench.create();

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
    }

    @Test
    void withoutAWordFromAnyoneAJobIsFoundByPolling() {
        JobId later = bench.create(Bench.newJob().runAt(bench.memory.now().plus(Duration.ofMinutes(1))));
        bench.worker().handle(TYPE, context -> {}).start();
        await().atMost(SOON).until(() -> bench.faults.calls("claim") > 3);
        assertThat(bench.status(later)).isEqualTo(JobStatus.QUEUED);

        bench.memory.clock().advance(Duration.ofMinutes(1));

        await().atMost(SOON).until(() -> bench.status(later) == JobStatus.COMPLETED);
    }

    @Test
    void aBusyWorkerSaysWhatItTakesAlsoAfterItsLeaseWasLostAndNoMoreOnceItStopped() {
        CountDownLatch goOn = new CountDownLatch(1);
        create(2);
        Worker worker = bench.worker().handle(TYPE, context -> goOn.await()).handle("other", context -> {});
        worker.start();
        await().atMost(SOON)
                .until(() -> bench.memory.jobs().count(JobFilter.all().status(JobStatus.RUNNING)) == 2);
        JobId waiting = bench.create(NewJob.of("other", Bench.newJob().target()));
        JobId probe = bench.create(NewJob.of("probe", Bench.newJob().target()));

        assertThat(takers(waiting)).isOne();
        assertThat(takers(probe)).isZero();

        bench.memory.clock().advance(Duration.ofMinutes(1));
        bench.memory.claims().rescue();
        await().atMost(SOON).until(() -> takers(waiting) == 1);

        bench.faults.failing("claim");
        goOn.countDown();
        worker.stop(SOON);
        assertThat(takers(waiting)).isZero();
    }

    private int takers(JobId id) {
        return bench.memory.jobs().explain(id).orElseThrow().reason() instanceof JobStanding.InLine line
                ? line.workers()
                : 0;
    }

    @Test
    void anIdleWorkerPollsEverMoreSeldom() throws InterruptedException {
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.poll(Duration.ofMillis(1), Duration.ofSeconds(30)))
                .handle(TYPE, context -> {})
                .start();

        Thread.sleep(1_000);

        assertThat(bench.faults.calls("claim")).isBetween(3, 20);
    }

    @Test
    void aHandlerBeyondTheLastSlotWaitsForAFreeOne() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        create(5);
        bench.worker().handle(TYPE, context -> open.await()).start();
        await().atMost(SOON).until(() -> running() == 2);
        Thread.sleep(100);
        assertThat(running()).isEqualTo(2);

        open.countDown();

        awaitCompleted(5);
    }

    @Test
    void aSlotThatBecomesFreeIsFilledWithoutAPoll() {
        Duration never = Duration.ofHours(1);
        create(5);

        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(1).poll(never, never))
                .handle(TYPE, context -> Thread.sleep(20))
                .start();

        awaitCompleted(5);
    }

    @Test
    void virtualThreadsAreUsedWhereThereAreAnyAndRefusedElsewhere() {
        if (Runtime.version().feature() < 21) {
            assertThatThrownBy(() -> WorkerSettings.DEFAULT.threads(ThreadKind.VIRTUAL))
                    .hasMessageContaining("JDK 21 or newer; use PLATFORM");
        } else {
            handlersRunOnVirtualThreads();
        }
    }

    private void handlersRunOnVirtualThreads() {
        create(20);
        Set<Thread> ran = ConcurrentHashMap.newKeySet();

        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.threads(ThreadKind.VIRTUAL))
                .handle(TYPE, context -> ran.add(Thread.currentThread()))
                .start();

        awaitCompleted(20);
        assertThat(ran).isNotEmpty().allMatch(thread -> thread.toString().startsWith("VirtualThread["));
        assertThat(ran).allMatch(thread -> thread.getName().startsWith("reelstore-worker-default-"));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> WorkerSettings.DEFAULT.lease(Duration.ofSeconds(5), Duration.ofSeconds(5)))
                .hasMessageContaining("heartbeat is PT5S: it must be shorter than the lease of PT5S");
        assertThatThrownBy(() -> WorkerSettings.DEFAULT.poll(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("pollMin is PT2S");
        assertThatThrownBy(() -> WorkerSettings.DEFAULT.concurrency(0)).hasMessageContaining("concurrency is 0");
        assertThatThrownBy(() -> WorkerSettings.DEFAULT.prefetch(1_001)).hasMessageContaining("prefetch is 1001");
    }

    @Test
    void aStartedWorkerIsNeitherStartedAgainNorDrainedNorGivenHandlers() {
        Worker worker = bench.worker().handle(TYPE, context -> {}).start();

        assertThatThrownBy(worker::start).hasMessageContaining("is started already");
        assertThatThrownBy(worker::drain).hasMessageContaining("is started and works by itself");
        assertThatThrownBy(() -> worker.handle("other", context -> {})).hasMessageContaining("name handlers before");
    }

    @Test
    void twoWorkersOfOneFacadeShareAQueueAndStopWithIt() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        create(2);
        for (int i = 0; i < 2; i++) {
            bench.reelstore
                    .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(1))
                    .handle(TYPE, context -> {
                        both.countDown();
                        both.await();
                    })
                    .start();
        }

        assertThat(both.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitCompleted(2);
        bench.reelstore.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("reelstore-worker-default-claiming"));
    }

    private void create(int number) {
        for (int i = 0; i < number; i++) {
            bench.create(Bench.newJob("film-" + i));
        }
    }

    private long running() {
        return bench.memory.jobs().count(JobFilter.all().status(JobStatus.RUNNING));
    }

    private void awaitCompleted(int number) {
        await().atMost(SOON)
                .until(() -> bench.memory.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)) == number);
    }
}
