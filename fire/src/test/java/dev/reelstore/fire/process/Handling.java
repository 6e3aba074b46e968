package dev.reelstore.fire.process;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.Stage;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Handlers that take every step which the protocol has, and say what they do and what they are answered. */
final class Handling {

    /** Completes with its effect, after it has reported progress and kept a checkpoint. */
    static final String WORKS = "works";

    /** Fails at its first claim, and works at the next. */
    static final String FAILS = "fails";

    /** Gives itself back at its first claim, and works at the next. */
    static final String RELEASES = "releases";

    /** Works when it is told to go. */
    static final String WAITS = "waits";

    private static final Duration LONG_ENOUGH_FOR_A_HEARTBEAT = Duration.ofMillis(600);

    private final SqlGateway tables;
    private final Brink brink;
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

    Handling(SqlGateway tables, Brink brink) {
        this.tables = tables;
        this.brink = brink;
    }

    Worker teach(Worker worker) {
        return worker.handle(WORKS, RetryPolicy.JOBS, this::work)
                .handle(FAILS, RetryPolicy.JOBS, this::failFirst)
                .handle(RELEASES, RetryPolicy.JOBS, this::releaseFirst)
                .handle(WAITS, RetryPolicy.JOBS, this::await);
    }

    void go(String job, String fence) {
        gate(job + " " + fence).countDown();
    }

    private void work(JobContext context) throws InterruptedException {
        begin(context);
        tell(context, complete(context));
    }

    private void failFirst(JobContext context) throws InterruptedException {
        begin(context);
        tell(
                context,
                first(context)
                        ? context.fail(JobFailure.retryAfter(Duration.ZERO, "as it was told"))
                        : complete(context));
    }

    private void releaseFirst(JobContext context) throws InterruptedException {
        begin(context);
        tell(context, first(context) ? context.release() : complete(context));
    }

    private void await(JobContext context) throws InterruptedException {
        context.onStop(reason -> System.out.println("stopped " + name(context) + " " + reason));
        System.out.println("began " + name(context));
        gate(name(context)).await();
        tell(context, complete(context));
    }

    private static void begin(JobContext context) throws InterruptedException {
        System.out.println("began " + name(context));
        Stage stage = context.stage("work", 1);
        stage.percent(40);
        stage.checkpoint(new JsonDocument("{\"frame\": 40}"));
        if (first(context)) {
            TimeUnit.MILLISECONDS.sleep(LONG_ENOUGH_FOR_A_HEARTBEAT.toMillis());
        }
        stage.percent(80);
    }

    /** The effect says under which fence it was made. */
    private Settlement complete(JobContext context) {
        return context.complete(stores -> {
            tables.execute(
                    Trail.EFFECT, context.job().id().value(), context.claim().fence());
            brink.passing("in effects");
        });
    }

    private static void tell(JobContext context, Object answer) {
        System.out.println("settled " + name(context) + " " + answer);
    }

    private CountDownLatch gate(String name) {
        return gates.computeIfAbsent(name, each -> new CountDownLatch(1));
    }

    private static boolean first(JobContext context) {
        return context.claim().fence() == 1;
    }

    /** The job and the fence. */
    private static String name(JobContext context) {
        return context.job().id() + " " + context.claim().fence();
    }
}
