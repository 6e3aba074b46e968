package dev.reelstore.bootstrap.worker;

import static dev.reelstore.bootstrap.worker.Bench.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.application.worker.PermanentFailureException;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a job whose handler throws, asks for another attempt, or takes too long. */
@Timeout(120)
class FailedAttemptTest {

    private final Bench bench = new Bench();
    private final List<String> ran = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
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
}
