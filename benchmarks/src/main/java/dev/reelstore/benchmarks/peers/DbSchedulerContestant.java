package dev.reelstore.benchmarks.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Child;
import dev.reelstore.benchmarks.Contestant;
import dev.reelstore.benchmarks.Crossing;
import dev.reelstore.benchmarks.Latencies;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Rows;
import dev.reelstore.benchmarks.Snapshot;
import dev.reelstore.benchmarks.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * db-scheduler: one-time tasks that are due at once. Its workers take {@code lock-and-fetch} with the fractions 1.0 and 4.0
 * that its README has for high throughput, and wait for the commit of each deletion; it keeps no finished jobs.
 *
 * <p>One by one it looks whether the task is there before it inserts it. A batch of one task would spare it that look; it is
 * not what its documents show for one task. In bulk it gets one list.
 *
 * <p>A handler has no way to commit its effect together with the completion, so {@link Workload#W3S} is {@link Workload#W3}
 * again, with no effect to commit.
 */
public final class DbSchedulerContestant implements Contestant {

    private static final int WORKERS = 16;
    private static final int IDLE_WORKERS = 4;

    /** It hears nothing of what other processes create, so that its polls decide; 10 s apart unless it is told otherwise. */
    private static final Duration SHORTEST_POLL = Duration.ofMillis(100);

    /** Connections for the polling and the heartbeats. */
    private static final int OTHERS = 4;

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public Map<Workload, Race> races() {
        Map<Workload, Race> races = new EnumMap<>(Workload.class);
        races.put(Workload.W1, bench -> createOneByOne(bench, 1, 8_000));
        races.put(Workload.W1B, bench -> createOneByOne(bench, 8, 4_000));
        races.put(Workload.W2, DbSchedulerContestant::createInBulk);
        races.put(Workload.W3, bench -> drain(bench, bench.of(50_000)));
        races.put(Workload.W3S, bench -> drain(bench, bench.of(60_000)));
        races.put(Workload.W4, bench -> pickUp(bench, 0.5, false));
        races.put(Workload.W4P99, bench -> pickUp(bench, 0.99, false));
        races.put(Workload.W4C, bench -> pickUp(bench, 0.5, true));
        races.put(Workload.W4X, bench -> pickUpAcrossProcesses(bench, 0.5));
        races.put(Workload.W4XP99, bench -> pickUpAcrossProcesses(bench, 0.99));
        races.put(Workload.W5S, DbSchedulerContestant::drainUnderSnapshot);
        return races;
    }

    private static double createOneByOne(Bench bench, int threads, int full) throws Exception {
        DbScheduler.prepare(bench.database());
        int each = bench.of(full);
        OneTimeTask<String> task = DbScheduler.task(() -> {});
        try (HikariDataSource pool = Stores.pool(bench.database(), threads)) {
            SchedulerClient client = DbScheduler.client(pool, task);
            double seconds = Parallel.seconds(threads, thread -> {
                for (int i = 0; i < each; i++) {
                    client.scheduleIfNotExists(DbScheduler.instance(task), Instant.now());
                }
            });
            Rows.await(bench.database(), DbScheduler.LEFT, (long) threads * each);
            return threads * each / seconds;
        }
    }

    private static double createInBulk(Bench bench) throws Exception {
        DbScheduler.prepare(bench.database());
        OneTimeTask<String> task = DbScheduler.task(() -> {});
        List<TaskInstance<?>> jobs = DbScheduler.instances(task, bench.of(100_000));
        try (HikariDataSource pool = Stores.pool(bench.database(), 1)) {
            SchedulerClient client = DbScheduler.client(pool, task);
            double seconds = Parallel.seconds(1, thread -> client.scheduleBatch(jobs, Instant.now()));
            Rows.await(bench.database(), DbScheduler.LEFT, jobs.size());
            return jobs.size() / seconds;
        }
    }

    private static double drainUnderSnapshot(Bench bench) throws Exception {
        return drain(bench, bench.of(50_000), () -> Snapshot.hold(bench.database()));
    }

    private static double drain(Bench bench, int jobs) throws Exception {
        return drain(bench, jobs, () -> () -> {});
    }

    /** @param beside what is opened before the drain and closed after it */
    private static double drain(Bench bench, int jobs, Callable<AutoCloseable> beside) throws Exception {
        DbScheduler.prepare(bench.database());
        CountDownLatch handled = new CountDownLatch(jobs);
        OneTimeTask<String> task = DbScheduler.task(handled::countDown);
        try (HikariDataSource pool = Stores.pool(bench.database(), WORKERS + OTHERS)) {
            DbScheduler.client(pool, task).scheduleBatch(DbScheduler.instances(task, jobs), Instant.now());
            Stores.settle(bench.database());
            Scheduler scheduler = DbScheduler.scheduler(pool, task, WORKERS).build();
            try (AutoCloseable held = beside.call()) {
                long begin = System.nanoTime();
                scheduler.start();
                Stores.await(handled);
                Rows.await(bench.database(), DbScheduler.LEFT, 0);
                return jobs / ((System.nanoTime() - begin) / 1e9);
            } finally {
                scheduler.stop();
            }
        }
    }

    private static double pickUp(Bench bench, double part, boolean fromCall) throws Exception {
        return pickUp(bench, SchedulerBuilder::enableImmediateExecution, (scheduler, task, begun) -> {
            return Latencies.of(bench.of(1_000), part, () -> {
                long called = System.nanoTime();
                scheduler.scheduleIfNotExists(DbScheduler.instance(task), Instant.now());
                long committed = System.nanoTime();
                return next(begun) - (fromCall ? called : committed);
            });
        });
    }

    private static double pickUpAcrossProcesses(Bench bench, double part) throws Exception {
        return pickUp(bench, builder -> builder.pollingInterval(SHORTEST_POLL), (scheduler, task, begun) -> {
            try (Child enqueuer = Child.jvm(
                    DbSchedulerEnqueuer.class, "256m", bench.database().url())) {
                enqueuer.await("ready");
                return Crossing.pickUp(bench, part, SHORTEST_POLL, enqueuer, () -> next(begun));
            }
        });
    }

    private interface Measure {

        double by(Scheduler scheduler, OneTimeTask<String> task, BlockingQueue<Long> begun) throws Exception;
    }

    private static double pickUp(Bench bench, UnaryOperator<SchedulerBuilder> settings, Measure measure)
            throws Exception {
        DbScheduler.prepare(bench.database());
        BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
        OneTimeTask<String> task = DbScheduler.task(() -> begun.add(System.nanoTime()));
        try (HikariDataSource pool = Stores.pool(bench.database(), IDLE_WORKERS + OTHERS)) {
            Scheduler scheduler = settings.apply(DbScheduler.scheduler(pool, task, IDLE_WORKERS))
                    .build();
            scheduler.start();
            try {
                return measure.by(scheduler, task, begun);
            } finally {
                scheduler.stop();
            }
        }
    }

    private static long next(BlockingQueue<Long> begun) throws InterruptedException {
        Long at = begun.poll(10, TimeUnit.SECONDS);
        if (at == null) {
            throw new IllegalStateException("a job was not picked up within 10 s");
        }
        return at;
    }
}
