package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker that works in the calling thread until nothing is due. */
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
}
