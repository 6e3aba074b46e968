package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.Stage;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StageTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theLatestProgressIsWrittenWhenTheJobIsSettledHoweverItIs() {
        List<JobId> ids = new ArrayList<>();
        for (String end : List.of("return", "complete", "effects", "fail", "release", "throw")) {
            ids.add(bench.create(Bench.newJob(end)));
        }
        bench.worker()
                .handle(TYPE, Bench.MINUTE, context -> {
                    Stage probe = context.stage("probe", 10);
                    Stage render = context.stage("render", 90);
                    probe.percent(100);
                    for (int i = 0; i <= 42; i++) {
                        render.percent(i);
                    }
                    render.message("frame 42");
                    switch (context.job().target().id()) {
                        case "complete" -> context.complete();
                        case "effects" -> context.complete(stores -> {});
                        case "fail" -> context.retryAfter(Duration.ofMinutes(1), "later");
                        case "release" -> context.release();
                        case "throw" -> throw new IllegalStateException("broken");
                        default -> assertThat(context.stopped()).isFalse();
                    }
                })
                .drain();

        assertThat(ids)
                .allSatisfy(id -> assertThat(bench.memory.jobs().stages(id))
                        .extracting(StageState::progress)
                        .containsExactly(
                                new StageProgress("probe", 10, 100, null),
                                new StageProgress("render", 90, 42, "frame 42")));
    }

    @Test
    void whatAHeartbeatIsWritingWhenTheJobIsSettledIsNotLost() {
        CountDownLatch settled = new CountDownLatch(1);
        bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.lease(Duration.ofMinutes(2), Duration.ofSeconds(30)))
                .handle(TYPE, context -> {
                    context.stage("render", 1).percent(42);
                    await().atMost(SOON).until(() -> bench.faults.calls("heartbeat") == 2);
                    context.complete();
                })
                .start();
        await().atMost(SOON).until(() -> bench.faults.calls("heartbeat") == 1);
        bench.faults.hold("heartbeat", settled);

        JobId id = bench.create();
        await().atMost(SOON).until(() -> bench.status(id) == JobStatus.COMPLETED);

        assertThat(bench.memory.jobs().stages(id))
                .extracting(StageState::progress)
                .containsExactly(new StageProgress("render", 1, 42, null));
        settled.countDown();
    }

    @Test
    void whateverAnEncoderReportsIsTaken() {
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    Stage render = context.stage("render", 1);
                    assertThat(context.stage("render", 5)).isSameAs(render);
                    render.percent(-3);
                    render.percent(Double.POSITIVE_INFINITY);
                    render.percent(Double.NaN);
                    assertThatThrownBy(() -> context.stage(" ", 1)).isInstanceOf(InvalidDataException.class);
                })
                .drain();

        assertThat(bench.memory.jobs().stages(id))
                .extracting(StageState::progress)
                .containsExactly(new StageProgress("render", 5, 100, null));
    }

    @Test
    void progressIsWrittenAtMostOnceASecondWhileTheHandlerWorks() {
        CountDownLatch seen = new CountDownLatch(1);
        JobId id = bench.create();
        Set<Instant> writes = new HashSet<>();
        bench.worker()
                .handle(TYPE, context -> {
                    Stage render = context.stage("render", 1);
                    double percent = 0;
                    while (seen.getCount() > 0) {
                        percent = Math.min(99, percent + 0.01);
                        render.percent(percent);
                        Thread.sleep(1);
                    }
                })
                .start();

        long begin = System.nanoTime();
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> {
            bench.memory.jobs().stages(id).forEach(stage -> writes.add(stage.updatedAt()));
            return System.nanoTime() - begin > 3_200_000_000L;
        });
        long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
        seen.countDown();

        assertThat((long) writes.size()).isBetween(2L, seconds + 1);
    }

    @Test
    void aLaterAttemptResumesFromTheCheckpoint() {
        bench.create();
        List<Optional<JsonDocument>> resumed = new ArrayList<>();
        Worker worker = bench.worker().handle(TYPE, context -> {
            Stage render = context.stage("render", 1);
            resumed.add(render.resumeFrom());
            assertThat(render.checkpoint(
                            new JsonDocument("{\"attempt\":" + context.job().attempt() + "}")))
                    .isTrue();
            resumed.add(render.resumeFrom());
            context.retryAfter(Duration.ZERO, "again");
        });

        worker.drain();
        worker.drain();

        assertThat(resumed)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new JsonDocument("{\"attempt\":1}")),
                        Optional.of(new JsonDocument("{\"attempt\":1}")),
                        Optional.of(new JsonDocument("{\"attempt\":2}")));
    }

    @Test
    void aCheckpointInAUnitIsPartOfIt() {
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    Stage render = context.stage("render", 1);
                    assertThatThrownBy(() -> bench.reelstore.run(stores -> {
                                render.checkpoint(new JsonDocument("[1]"));
                                throw new IllegalStateException("undo");
                            }))
                            .hasMessage("undo");
                    assertThat(render.resumeFrom()).isEmpty();
                    bench.reelstore.run(stores -> render.checkpoint(new JsonDocument("[2]")));
                })
                .drain();

        assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
        assertThat(bench.memory.jobs().stages(id).get(0).checkpoint()).isEqualTo(new JsonDocument("[2]"));
    }

    @Test
    void progressThatCouldNotBeWrittenIsWrittenLater() {
        CountDownLatch written = new CountDownLatch(1);
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    bench.faults.before("heartbeat", new StoreConnectionException("away", null));
                    context.stage("render", 1).percent(7);
                    written.await();
                })
                .start();

        await().atMost(SOON)
                .until(() -> bench.memory.jobs().stages(id).stream()
                        .anyMatch(stage -> stage.progress().percent() == 7));
        written.countDown();
    }
}
