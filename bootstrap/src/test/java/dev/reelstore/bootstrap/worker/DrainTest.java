package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.worker.PermanentFailureException;
import dev.reelstore.application.worker.StopReason;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.value.JsonDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DrainTest {

    private final Bench bench = new Bench();
    private final List<String> ran = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void jobsRunInTheCallingThreadInTheOrderOfTheirClaims() {
        bench.create(Bench.newJob("late").priority(5));
        bench.create(Bench.newJob("first").priority(-1));
        bench.create(Bench.newJob("second"));
        Thread here = Thread.currentThread();
        Worker worker = bench.worker().handle(TYPE, context -> {
            assertThat(Thread.currentThread()).isSameAs(here);
            ran.add(context.job().target().id());
        });

        assertThat(worker.drain()).isEqualTo(3);
        assertThat(ran).containsExactly("first", "second", "late");
        assertThat(worker.drain()).isZero();
    }

    @Test
    void whatAHandlerCreatesIsDrainedToo() {
        bench.create();
        Worker worker = bench.worker()
                .handle(
                        TYPE,
                        context -> context.complete(stores -> stores.jobs()
                                .create(NewJob.of("next", context.job().target()))))
                .handle("next", context -> ran.add("next"));

        assertThat(worker.drain()).isEqualTo(2);
        assertThat(ran).containsExactly("next");
    }

    @Test
    void onlyTypesWithAHandlerAreClaimed() {
        JobId other = bench.create(NewJob.of("other", Bench.newJob().target()));

        assertThat(bench.worker().handle(TYPE, context -> {}).drain()).isZero();

        assertThat(bench.job(other).attempt()).isZero();
    }

    @Test
    void aReturnCompletesAndAResultIsKept() {
        JobId plain = bench.create(Bench.newJob("plain"));
        JobId result = bench.create(Bench.newJob("result"));
        JobId both = bench.create(Bench.newJob("both"));
        bench.worker()
                .handle(TYPE, context -> {
                    switch (context.job().target().id()) {
                        case "result" -> context.complete(new JsonDocument("[1]"));
                        case "both" -> context.completeWith(stores -> new JsonDocument("[2]"));
                        default -> ran.add("plain");
                    }
                })
                .drain();

        assertThat(bench.job(plain).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(bench.job(plain).result()).isNull();
        assertThat(bench.job(result).result()).isEqualTo(new JsonDocument("[1]"));
        assertThat(bench.job(both).result()).isEqualTo(new JsonDocument("[2]"));
    }

    @Test
    void aFailedAttemptWaitsForItsNextByThePolicyOfItsType() {
        JobId id = bench.create();
        Worker worker = bench.worker().handle(TYPE, Bench.MINUTE, context -> {
            ran.add("attempt " + context.job().attempt());
            throw new IOException("disk \0 full");
        });

        assertThat(worker.drain()).isEqualTo(1);

        Job failed = bench.job(id);
        assertThat(failed.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(failed.error()).isEqualTo("java.io.IOException: disk \uFFFD full");
        assertThat(Duration.between(bench.memory.now(), failed.runAt()))
                .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        assertThat(worker.drain()).isZero();
        bench.memory.clock().advance(Duration.ofMinutes(1));
        assertThat(worker.drain()).isEqualTo(1);
        assertThat(ran).containsExactly("attempt 1", "attempt 2");
    }

    @Test
    void aJobThatIsDueAgainAtOnceWaitsForTheNextDrain() {
        JobId retried = bench.create(Bench.newJob("retried").maxAttempts(2));
        JobId released = bench.create(Bench.newJob("released"));
        bench.create(Bench.newJob("behind").priority(1));
        Worker worker = bench.worker().handle(TYPE, context -> {
            ran.add(context.job().target().id());
            switch (context.job().target().id()) {
                case "retried" -> context.retryAfter(Duration.ZERO, "again");
                case "released" -> context.release();
                default -> context.complete();
            }
        });

        assertThat(worker.drain()).isEqualTo(3);

        assertThat(ran).containsExactly("retried", "released", "behind");
        assertThat(bench.job(retried).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(bench.job(retried).attempt()).isEqualTo(1);
        assertThat(bench.job(released).attempt()).isZero();
        assertThat(worker.drain()).isEqualTo(2);
        assertThat(bench.status(retried)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void theLastAttemptAPermanentFailureAndAnExhaustedPolicyAreFinal() {
        JobId last = bench.create(Bench.newJob("last").maxAttempts(1));
        JobId permanent = bench.create(Bench.newJob("permanent"));
        JobId exhausted = bench.create(NewJob.of("once", Bench.newJob().target()));
        bench.worker()
                .handle(TYPE, context -> {
                    throw context.job().target().id().equals("last")
                            ? new IllegalStateException("broken")
                            : new PermanentFailureException("no video stream");
                })
                .handle("once", RetryPolicy.NONE, context -> {
                    throw new StackOverflowError("deep");
                })
                .drain();

        assertThat(bench.job(last).error()).isEqualTo("java.lang.IllegalStateException: broken");
        assertThat(bench.job(permanent).error()).isEqualTo("no video stream");
        assertThat(bench.job(exhausted).error()).isEqualTo("java.lang.StackOverflowError: deep");
        assertThat(List.of(last, permanent, exhausted))
                .allSatisfy(id -> assertThat(bench.status(id)).isEqualTo(JobStatus.FAILED));
    }

    @Test
    void theBackOffBeginsAnewAfterARequestedRetry() {
        JobId id = bench.create(Bench.newJob().maxAttempts(2));
        RetryPolicy growing = new RetryPolicy(2, Duration.ofMinutes(1), 10, Duration.ofHours(5), false);
        Worker worker = bench.worker().handle(TYPE, growing, context -> {
            throw new IllegalStateException("broken");
        });
        worker.drain();
        bench.memory.clock().advance(Duration.ofMinutes(1));
        worker.drain();
        assertThat(bench.status(id)).isEqualTo(JobStatus.FAILED);

        bench.memory.jobs().retry(id, JobStatus.live());
        worker.drain();

        assertThat(bench.job(id).attempt()).isEqualTo(3);
        assertThat(bench.status(id)).isEqualTo(JobStatus.QUEUED);
        assertThat(Duration.between(bench.memory.now(), bench.job(id).runAt()))
                .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
    }

    @Test
    void theFirstSettlementCountsAndLaterOnesAreStale() {
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    assertThat(context.complete(stores -> {})).isEqualTo(Settlement.DONE);
                    assertThat(context.complete()).isEqualTo(Settlement.STALE);
                    assertThat(context.release()).isEqualTo(Settlement.STALE);
                    assertThat(context.fail(JobFailure.forGood("no"))).isEqualTo(FailureSettlement.STALE);
                    ran.add("checked");
                    throw new IllegalStateException("too late to matter");
                })
                .drain();

        assertThat(ran).containsExactly("checked");
        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void effectsThatThrowAreUndoneAndTheHandlerMayStillDecide() {
        JobId id = bench.create();
        IOException own = new IOException("upload");
        bench.worker()
                .handle(TYPE, context -> {
                    assertThatThrownBy(() -> context.complete(stores -> {
                                stores.jobs()
                                        .create(NewJob.of("next", context.job().target()));
                                throw own;
                            }))
                            .isSameAs(own);
                    assertThat(context.retryAfter(Duration.ofMinutes(1), "upload"))
                            .isEqualTo(FailureSettlement.REQUEUED);
                })
                .drain();

        assertThat(bench.job(id).error()).isEqualTo("upload");
        assertThat(bench.memory.jobs().exists("next", Bench.newJob().target(), JobStatus.live()))
                .isFalse();
    }

    @Test
    void aJobCancelledMeanwhileKeepsNothingOfItsHandlersWork() {
        JobId id = bench.create();
        List<StopReason> reasons = new ArrayList<>();
        bench.worker()
                .handle(TYPE, context -> {
                    context.onStop(reasons::add);
                    bench.memory.jobs().cancel(id);
                    assertThat(context.complete(stores -> stores.jobs()
                                    .create(NewJob.of("next", context.job().target()))))
                            .isEqualTo(Settlement.STALE);
                    assertThat(context.stopReason()).contains(StopReason.CANCELLED);
                    context.onStop(reasons::add);
                })
                .drain();

        assertThat(reasons).containsExactly(StopReason.CANCELLED, StopReason.CANCELLED);
        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELLED);
        assertThat(bench.memory.jobs().exists("next", Bench.newJob().target(), JobStatus.live()))
                .isFalse();
    }

    @Test
    void progressTellsALostClaimInlineWhenAHeartbeatIsDue() {
        JobId id = bench.create();
        Worker eager = bench.reelstore.worker(
                NewJob.DEFAULT_QUEUE, WorkerSettings.DEFAULT.lease(Duration.ofSeconds(5), Duration.ofMillis(1)));
        eager.handle(TYPE, context -> {
            bench.memory.jobs().delete(id);
            while (!context.stopped()) {
                context.stage("render", 1).percent(1);
            }
            ran.add(context.stopReason().orElseThrow().name());
        });

        assertThat(eager.drain()).isEqualTo(1);
        assertThat(ran).containsExactly("CANCELLED");
    }

    @Test
    void aTimeoutIsAppliedWhenTheHandlerReportsOrReturns() {
        JobId reports = bench.create(Bench.newJob("reports").timeout(Duration.ofMillis(20)));
        JobId returns = bench.create(Bench.newJob("returns").timeout(Duration.ofMillis(20)));
        bench.worker()
                .handle(TYPE, Bench.MINUTE, context -> {
                    context.onStop(reason -> ran.add(context.job().target().id() + " " + reason));
                    Thread.sleep(30);
                    if (context.job().target().id().equals("reports")) {
                        context.stage("render", 1).percent(99);
                        ran.add("after");
                    }
                })
                .drain();

        assertThat(ran).containsExactly("reports TIMED_OUT", "after", "returns TIMED_OUT");
        assertThat(bench.job(reports).error()).isEqualTo("timed out after PT0.02S");
        assertThat(bench.job(returns).error()).isEqualTo("timed out after PT0.02S");
        assertThat(bench.status(returns)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void theJobsOfADeadWorkerAreRescuedFirst() {
        JobId id = bench.create();
        bench.memory.claims().claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE)));
        Worker worker = bench.worker().handle(TYPE, context -> {});
        assertThat(worker.drain()).isZero();

        bench.memory.clock().advance(Duration.ofSeconds(21));

        assertThat(worker.drain()).isEqualTo(1);
        assertThat(bench.job(id).attempt()).isEqualTo(2);
    }

    @Test
    void aHandlerMaySettleThroughThePortsWithItsClaim() {
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    Claim claim = context.claim();
                    assertThat(bench.reelstore
                                    .<Settlement, RuntimeException>under(
                                            claim, stores -> stores.claims().complete(claim, null))
                                    .done())
                            .isTrue();
                })
                .drain();

        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void settlingInsideAnOpenUnitIsRefused() {
        JobId id = bench.create();
        bench.worker()
                .handle(
                        TYPE,
                        context -> bench.reelstore.run(stores -> assertThatThrownBy(context::complete)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("complete(stores -> ...)")))
                .drain();

        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aStoreThatFailsEndsTheDrainAndWhatWasClaimedIsGivenBack() {
        JobId id = bench.create();
        Worker worker = bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.patience(Duration.ZERO))
                .handle(TYPE, context -> {});
        bench.faults.before("complete", new StoreConnectionException("away", null));

        assertThatThrownBy(worker::drain).hasMessage("away");

        assertThat(bench.status(id)).isEqualTo(JobStatus.QUEUED);
        assertThat(bench.job(id).attempt()).isZero();
        assertThat(worker.drain()).isEqualTo(1);
    }

    @Test
    void misuseIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> bench.worker().drain()).hasMessageContaining("call handle(type, handler)");
        assertThatThrownBy(() -> bench.worker().start()).hasMessageContaining("call handle(type, handler)");
        Worker worker = bench.worker().handle(TYPE, context -> {});
        assertThatThrownBy(() -> worker.handle(TYPE, context -> {})).hasMessageContaining("'encode' already");
        assertThatThrownBy(() -> bench.reelstore.run(stores -> worker.drain())).hasMessageContaining("unit of work");
        assertThat(worker.stop(Duration.ZERO)).isTrue();
        assertThatThrownBy(worker::drain).hasMessageContaining("make a new one");
        assertThatThrownBy(worker::start).hasMessageContaining("make a new one");
        bench.reelstore.close();
        assertThatThrownBy(() -> bench.reelstore.worker("q")).hasMessageContaining("closed");
    }

    @Test
    void aStopDuringADrainTellsTheHandlerAndEndsTheDrain() {
        JobId working = bench.create(Bench.newJob("working"));
        JobId waiting = bench.create(Bench.newJob("waiting").priority(1));
        Worker[] self = new Worker[1];
        Worker worker = bench.worker().handle(TYPE, context -> {
            context.onStop(reason -> ran.add(reason.name()));
            self[0].stop(Duration.ZERO);
            throw new IllegalStateException("torn down");
        });
        self[0] = worker;

        assertThat(worker.drain()).isEqualTo(1);

        assertThat(ran).containsExactly("SHUTDOWN");
        assertThat(bench.job(working).attempt()).isZero();
        assertThat(bench.status(waiting)).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void aGuardedAnswerTellsStaleFromDone() {
        bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    Guarded<String> held = bench.reelstore.under(context.claim(), stores -> "held");
                    assertThat(held).isEqualTo(new Guarded.Done<>("held"));
                    context.release();
                    Guarded<String> gone = bench.reelstore.under(context.claim(), stores -> "never");
                    assertThat(gone.done()).isFalse();
                    ran.add("checked");
                })
                .drain();

        assertThat(ran).containsExactly("checked");
    }
}
