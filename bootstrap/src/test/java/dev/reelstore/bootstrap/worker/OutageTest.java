package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.JobHandler;
import dev.reelstore.application.worker.StopReason;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OutageTest {

    private static final NewJob NEXT = NewJob.of("next", Bench.newJob().target());

    private final Bench bench = new Bench();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Queue<Object> seen = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        goOn.countDown();
        bench.close();
    }

    @Test
    void anOutageCostsNoWorkAndNoBusyLoop() throws InterruptedException {
        JobId id = bench.create();
        start(context -> {
            context.onStop(seen::add);
            begun.countDown();
            goOn.await();
            seen.add(context.complete(stores -> stores.jobs().create(NEXT)));
        });
        begun.await();

        bench.faults.down(true);
        goOn.countDown();
        int before = calls();
        Thread.sleep(1_500);
        assertThat(calls() - before).isLessThan(150);
        assertThat(bench.status(id)).isEqualTo(JobStatus.RUNNING);
        bench.faults.down(false);

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
        assertThat(seen).containsExactly(Settlement.DONE);
        JobId later = bench.create(Bench.newJob("later"));
        await().atMost(SOON).until(() -> bench.job(later).attempt() == 1);
    }

    @Test
    void aWorkerStartsAlsoWhileTheStoreIsAway() {
        bench.faults.down(true);
        start(context -> {});
        JobId id = bench.create();
        await().atMost(SOON).until(() -> bench.faults.calls("heartbeat") > 2);

        bench.faults.down(false);

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
    }

    @Test
    void aCutOffWorkerClaimsNothing() throws InterruptedException {
        WorkerSettings brief = Bench.QUICK.lease(Duration.ofMillis(200), Duration.ofMillis(20));
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, brief)
                .handle(TYPE, context -> {})
                .start();
        await().atMost(SOON).until(() -> bench.faults.calls("claim") > 2);
        bench.faults.failing("heartbeat");
        Thread.sleep(500);

        JobId id = bench.create();
        int claims = bench.faults.calls("claim");
        Thread.sleep(300);
        assertThat(bench.faults.calls("claim")).isEqualTo(claims);
        bench.faults.working("heartbeat");

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
    }

    @Test
    void aCompletionInDoubtThatHappenedIsDoneAndRunsItsEffectsOnce() {
        JobId id = bench.create();
        AtomicInteger bodies = new AtomicInteger();
        bench.faults.after("under", new OutcomeUnknownException("lost at commit", null));
        drain(context -> seen.add(context.complete(stores -> {
            bodies.incrementAndGet();
            stores.jobs().create(NewJob.of("next", context.job().target()));
        })));

        assertThat(seen).containsExactly(Settlement.DONE);
        assertThat(bodies).hasValue(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
        assertThat(bench.memory.jobs().count(JobFilter.all().type("next"))).isEqualTo(1);
    }

    @Test
    void aCompletionInDoubtThatDidNotHappenIsDoneAgain() {
        JobId id = bench.create();
        bench.faults.before("under", new OutcomeUnknownException("lost at commit", null));
        bench.faults.before("under", new StorePoolExhaustedException("no connection", null));
        drain(context -> seen.add(context.complete(stores -> stores.jobs().create(NEXT))));

        assertThat(seen).containsExactly(Settlement.DONE);
        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
        assertThat(bench.memory.jobs().count(JobFilter.all().type("next"))).isEqualTo(1);
    }

    @Test
    void aSettlementInDoubtOutsideAWorkerIsFoundOutToo() {
        ClaimRequest request = ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE));
        for (int i = 0; i < 4; i++) {
            bench.create(Bench.newJob("settled-" + i));
        }
        List<Claim> claims = bench.reelstore.claims().claim(request.limit(4));

        bench.faults.after("complete", new OutcomeUnknownException("lost at commit", null));
        assertThat(bench.reelstore.claims().complete(claims.get(0), null)).isEqualTo(Settlement.DONE);
        bench.faults.before("complete", new OutcomeUnknownException("lost at commit", null));
        assertThat(bench.reelstore.claims().complete(claims.get(1), null)).isEqualTo(Settlement.DONE);
        bench.faults.after("completeAll", new OutcomeUnknownException("lost at commit", null));
        assertThat(bench.reelstore
                        .claims()
                        .completeAll(List.of(new Completion(claims.get(1), null), new Completion(claims.get(2), null))))
                .containsExactly(Settlement.DONE, Settlement.DONE);
        bench.faults.after("fail", new OutcomeUnknownException("lost at commit", null));
        assertThat(bench.reelstore.claims().fail(claims.get(3), JobFailure.forGood("broken")))
                .isEqualTo(FailureSettlement.FAILED);

        assertThat(bench.reelstore.claims().complete(claims.get(0), null))
                .as("without a doubt the second is stale")
                .isEqualTo(Settlement.STALE);
    }

    @Test
    void anyOtherSettlementInDoubtIsFoundOutToo() {
        OutcomeUnknownException doubt = new OutcomeUnknownException("lost at commit", null);
        bench.create(Bench.newJob("return"));
        bench.create(Bench.newJob("fail").priority(1));
        bench.create(Bench.newJob("give up").priority(2));
        bench.create(Bench.newJob("release").priority(3));
        drain(context -> {
            switch (context.job().target().id()) {
                case "fail" -> {
                    bench.faults.after("fail", doubt);
                    seen.add(context.retryAfter(Duration.ofMinutes(1), "later"));
                }
                case "give up" -> {
                    bench.faults.after("fail", doubt);
                    seen.add(context.fail(JobFailure.forGood("no")));
                }
                case "release" -> {
                    bench.faults.after("release", doubt);
                    seen.add(context.release());
                }
                default -> {
                    bench.faults.after("complete", doubt);
                    seen.add(context.complete());
                }
            }
        });

        assertThat(seen)
                .containsExactly(
                        Settlement.DONE, FailureSettlement.REQUEUED, FailureSettlement.FAILED, Settlement.DONE);
    }

    @Test
    void aClaimLostInDoubtIsStaleWhenSomeoneElseTookTheJob() {
        JobId id = bench.create();
        bench.faults.before("complete", new OutcomeUnknownException("lost at commit", null));
        drain(context -> {
            bench.memory.clock().advance(Duration.ofMinutes(1));
            bench.memory.claims().rescue();
            bench.memory.claims().claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE)));
            seen.add(context.complete());
            seen.add(context.stopReason().orElseThrow());
        });

        assertThat(seen).containsExactly(Settlement.STALE, StopReason.LEASE_LOST);
        assertThat(bench.status(id)).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void anotherStoresCommitInDoubtDoesNotRunTheBodyAgain() {
        JobId id = bench.create();
        OutcomeUnknownException foreign = new OutcomeUnknownException("the archive's", null);
        AtomicInteger bodies = new AtomicInteger();
        drain(context -> context.complete(stores -> {
            bodies.incrementAndGet();
            throw foreign;
        }));

        assertThat(bodies).hasValue(1);
        assertThat(bench.job(id).error()).contains("OutcomeUnknownException: the archive's");
    }

    @Test
    void jobsClaimedInACommitInDoubtAreFoundAgain() {
        JobId id = bench.create();
        bench.faults.after("claim", new OutcomeUnknownException("lost at commit", null));

        start(context -> {});

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
        assertThat(bench.job(id).attempt()).isEqualTo(1);
    }

    @Test
    void jobsWhoseClaimDidNotFitIntoTheMemoryAreClaimedInSmallerPartsFromThenOn() {
        Queue<Claim> claims = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 8; i++) {
            bench.create(Bench.newJob("film-" + i));
        }
        bench.faults.after("claim", new OutOfMemoryError("planted"));
        bench.faults.after("claim", new OutcomeUnknownException("unread", new OutOfMemoryError("planted")));

        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(8))
                .handle(TYPE, context -> claims.add(context.claim()))
                .start();

        await().atMost(SOON).until(() -> bench.count(JobStatus.COMPLETED) == 8);
        assertThat(claims).extracting(claim -> claim.job().attempt()).containsOnly(1);
        assertThat(claims.stream().collect(Collectors.groupingBy(Claim::token)).values())
                .allSatisfy(together -> assertThat(together).hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void aSettlementGivenUpDoesNotLeaveTheJobRunningForEver() throws InterruptedException {
        JobId id = bench.create();
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.patience(Duration.ZERO))
                .handle(TYPE, context -> {
                    if (begun.getCount() > 0) {
                        bench.faults.before("complete", new StoreConnectionException("away", null));
                        begun.countDown();
                    }
                })
                .start();
        begun.await();

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
    }

    @Test
    void theJobsOfADeadWorkerAreTakenUp() {
        JobId id = bench.create();
        bench.memory.claims().claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE)));
        start(context -> {});
        await().atMost(SOON).until(() -> bench.faults.calls("rescue") > 1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.RUNNING);

        bench.memory.clock().advance(Duration.ofSeconds(21));

        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);
        assertThat(bench.job(id).attempt()).isEqualTo(2);
    }

    private void start(JobHandler handler) {
        bench.worker().handle(TYPE, handler).start();
    }

    private void drain(JobHandler handler) {
        bench.worker().handle(TYPE, Bench.MINUTE, handler).drain();
    }

    private int calls() {
        return bench.faults.calls("claim")
                + bench.faults.calls("heartbeat")
                + bench.faults.calls("rescue")
                + bench.faults.calls("under");
    }
}
