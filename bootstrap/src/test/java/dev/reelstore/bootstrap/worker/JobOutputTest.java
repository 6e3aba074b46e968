package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.SOON;
import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers that say what their job has brought, and wait until it is committed with what others bring. */
@Timeout(120)
class JobOutputTest {

    private static final int HANDLERS = 4;

    private final Bench bench = new Bench();
    private final Map<JobId, Object> answers = new ConcurrentHashMap<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Worker heldUp = bench.worker();

    @AfterEach
    void close() {
        goOn.countDown();
        bench.close();
    }

    @Test
    void whatAJobHasBroughtIsThereWhenItsHandlerGoesOn() {
        for (boolean started : new boolean[] {false, true}) {
            JobId id = bench.create();
            Worker worker = bench.worker().handle(TYPE, context -> {
                Settlement answer = context.complete(metric(context.job().id()).result(new JsonDocument("720")));
                assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
                assertThat(metrics(id)).isEqualTo(1);
                answers.put(id, answer);
            });
            if (started) {
                worker.start();
                await().atMost(SOON).until(() -> answers.containsKey(id));
                worker.close();
            } else {
                worker.drain();
            }

            assertThat(answers).containsEntry(id, Settlement.DONE);
            assertThat(bench.job(id).result()).isEqualTo(new JsonDocument("720"));
        }
    }

    @Test
    void whatComesWhileACommitIsUnderWaySharesTheNext() {
        List<JobId> jobs =
                heldUp(context -> context.complete(metric(context.job().id())));

        goOn.countDown();

        await().atMost(SOON).until(() -> answers.size() == HANDLERS);
        assertThat(answers.values()).containsOnly(Settlement.DONE);
        assertThat(jobs).allSatisfy(id -> assertThat(metrics(id)).isEqualTo(1));
        assertThat(bench.faults.calls("completeAll")).isEqualTo(2);
    }

    @Test
    void whatIsRefusedOrStaleIsSoAlone() {
        JobId owner = bench.create(NewJob.of("other", Bench.newJob().target()));
        FindingId taken = FindingId.next();
        bench.memory.analysis().add(List.of(clip(owner, taken)));
        List<JobId> jobs = heldUp(context -> {
            JobId id = context.job().id();
            JobOutput output = metric(id);
            if (context.job().target().id().equals("film-2")) {
                assertThatThrownBy(() -> context.complete(output.add(List.of(clip(id, taken)))))
                        .isInstanceOf(StoreConflictException.class);
                return context.fail(JobFailure.forGood("taken"));
            }
            return context.complete(output);
        });
        bench.memory.jobs().cancel(jobs.get(3));

        goOn.countDown();

        await().atMost(SOON).until(() -> answers.size() == HANDLERS);
        assertThat(jobs)
                .extracting(bench::status)
                .containsExactly(JobStatus.COMPLETED, JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED);
        assertThat(jobs).extracting(this::metrics).containsExactly(1, 1, 0, 0);
        assertThat(answers).containsEntry(jobs.get(1), Settlement.DONE).containsEntry(jobs.get(3), Settlement.STALE);
    }

    @Test
    void aSharedCommitInDoubtIsFoundOutForEach() {
        for (boolean happened : new boolean[] {true, false}) {
            OutcomeUnknownException doubt = new OutcomeUnknownException("lost at commit", null);
            JobId id = bench.create();
            if (happened) {
                bench.faults.after("completeAll", doubt);
            } else {
                bench.faults.before("completeAll", doubt);
            }
            try (Worker worker = bench.worker()
                    .handle(
                            TYPE,
                            context -> answers.put(
                                    id, context.complete(metric(context.job().id()))))) {
                worker.start();
                await().atMost(SOON).until(() -> answers.containsKey(id));
            }

            assertThat(answers).containsEntry(id, Settlement.DONE);
            assertThat(bench.status(id)).isEqualTo(JobStatus.COMPLETED);
            assertThat(metrics(id)).isEqualTo(1);
        }
    }

    @Test
    void aMistakeInTheStoreLeavesNobodyWaiting() {
        JobId id = bench.create();
        bench.faults.before("completeAll", new IllegalStateException("a mistake"));
        bench.worker()
                .handle(
                        TYPE,
                        context -> answers.put(
                                id, context.complete(metric(context.job().id()))))
                .start();

        await().atMost(SOON).until(() -> answers.containsKey(id));

        assertThat(answers).containsEntry(id, Settlement.DONE);
    }

    @Test
    void progressIsWrittenInTheSameCommit() {
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    context.stage("render", 1).percent(50);
                    answers.put(id, context.complete(metric(context.job().id())));
                })
                .start();

        await().atMost(SOON).until(() -> answers.containsKey(id));

        assertThat(answers).containsEntry(id, Settlement.DONE);
        assertThat(bench.memory.jobs().stages(id).get(0).progress().percent()).isEqualTo(50);
        assertThat(metrics(id)).isEqualTo(1);
    }

    @Test
    void whatBelongsToAnotherJobIsRefusedAndTheHandlerMayStillDecide() {
        JobId id = bench.create();
        bench.worker()
                .handle(TYPE, context -> {
                    assertThatThrownBy(() -> context.complete(metric(JobId.next())))
                            .isInstanceOf(InvalidDataException.class)
                            .hasMessageContaining(id.toString());
                    answers.put(id, context.complete());
                })
                .drain();

        assertThat(answers).containsEntry(id, Settlement.DONE);
    }

    @Test
    void aWorkerThatStopsLeavesNoHandlerWaitingAndNoThread() {
        List<JobId> jobs =
                heldUp(context -> context.complete(metric(context.job().id())));

        heldUp.stop(Duration.ZERO);

        await().atMost(SOON).until(() -> answers.size() == HANDLERS);
        await().atMost(SOON)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().endsWith("-completing")));
        assertThat(jobs)
                .allSatisfy(id -> assertThat(metrics(id)).isEqualTo(bench.status(id) == JobStatus.COMPLETED ? 1 : 0));
    }

    @Test
    void whoComesAfterTheEndOfTheWorkerIsToldSo() throws InterruptedException {
        JobId id = bench.create();
        CountDownLatch begun = new CountDownLatch(1);
        Worker worker = bench.worker().handle(TYPE, context -> {
            begun.countDown();
            goOn.await();
            answers.put(id, context.complete(metric(id)));
        });
        worker.start();
        begun.await();

        worker.stop(Duration.ZERO);
        goOn.countDown();

        await().atMost(SOON).until(() -> answers.containsKey(id));
        assertThat(answers).containsEntry(id, Settlement.STALE);
        assertThat(metrics(id)).isZero();
    }

    @Test
    void theFacadeFindsOutWhatBecameOfACommitInDoubt() {
        bench.create(Bench.newJob("one"));
        bench.create(Bench.newJob("two"));
        List<Claim> claims = bench.reelstore
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of(TYPE))
                        .limit(2));
        bench.memory.claims().release(claims.get(1));
        bench.faults.after("completeAll", new OutcomeUnknownException("lost at commit", null));

        assertThat(bench.reelstore
                        .unitOfWork()
                        .completeAll(claims.stream()
                                .map(claim -> new FinishedJob(claim, metric(claim.jobId())))
                                .toList()))
                .containsExactly(Settlement.DONE, Settlement.STALE);

        assertThat(metrics(claims.get(0).jobId())).isEqualTo(1);
        assertThat(metrics(claims.get(1).jobId())).isZero();
    }

    private interface Completion {

        Object of(JobContext context);
    }

    /** As many jobs as handlers, in order: the commit of the first is held up, and the others wait for theirs. */
    private List<JobId> heldUp(Completion completion) {
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < HANDLERS; i++) {
            jobs.add(bench.create(Bench.newJob("film-" + i)));
        }
        CountDownLatch begun = new CountDownLatch(HANDLERS);
        CountDownLatch first = new CountDownLatch(1);
        bench.faults.hold("completeAll", goOn);
        heldUp = bench.reelstore
                .worker(NewJob.DEFAULT_QUEUE, Bench.QUICK.concurrency(HANDLERS))
                .handle(TYPE, context -> {
                    begun.countDown();
                    if (!context.job().id().equals(jobs.get(0))) {
                        first.await();
                    }
                    answers.put(context.job().id(), completion.of(context));
                })
                .start();
        await().atMost(SOON).until(() -> begun.getCount() == 0 && bench.faults.calls("completeAll") == 1);
        first.countDown();
        awaitParked(HANDLERS - 1);
        return jobs;
    }

    /** Handlers that wait for a commit are known by where they stand. */
    private static void awaitParked(int handlers) {
        await().atMost(SOON)
                .until(() -> Thread.getAllStackTraces().values().stream()
                                .filter(stack -> List.of(stack).stream()
                                        .anyMatch(frame -> frame.getClassName().endsWith(".Completing")
                                                && frame.getMethodName().equals("complete")
                                                && List.of(stack).stream()
                                                        .anyMatch(waiting -> waiting.getClassName()
                                                                .equals("java.util.concurrent.CompletableFuture"))))
                                .count()
                        >= handlers);
    }

    private static JobOutput metric(JobId job) {
        return JobOutput.NONE.measure(NewMetric.of(job, "render", Duration.ofMillis(1)));
    }

    private static Finding clip(JobId job, FindingId id) {
        return Clip.of(job, TimeRange.ofMillis(0, 1), 0, "clip").id(id);
    }

    private int metrics(JobId job) {
        return bench.memory
                .journal()
                .metrics(JournalQuery.oldestFirst(JournalFilter.of(job)))
                .records()
                .size();
    }
}
