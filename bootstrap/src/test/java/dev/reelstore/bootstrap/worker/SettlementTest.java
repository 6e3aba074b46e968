package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.worker.StopReason;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.Guarded;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How handlers settle their jobs, and that only one settlement counts. */
@Timeout(120)
class SettlementTest {

    private final Bench bench = new Bench();
    private final List<String> ran = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
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
