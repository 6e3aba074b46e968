package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.Effects;
import dev.reelstore.benchmarks.Parallel;
import dev.reelstore.benchmarks.Rows;
import dev.reelstore.benchmarks.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Empties the queue: one thread claims, sixteen handle, and completions either go together or each in its own commit. */
final class JdbcDrain {

    private static final int JOBS = 200_000;
    private static final int HANDLERS = 16;
    private static final int AT_ONCE = 500;

    private JdbcDrain() {}

    /** Handlers merely return: a thread of its own commits what has come together. */
    static double coalesced(Bench bench) throws Exception {
        int jobs = bench.of(JOBS);
        Tables.fill(bench.database(), jobs);
        return coalesced(bench, jobs);
    }

    static double coalescedUnderSnapshot(Bench bench) throws Exception {
        int jobs = bench.of(JOBS);
        Tables.fill(bench.database(), jobs);
        try (Snapshot held = Snapshot.hold(bench.database())) {
            return coalesced(bench, jobs);
        }
    }

    private static double coalesced(Bench bench, int jobs) throws Exception {
        BlockingQueue<Held> claimed = new ArrayBlockingQueue<>(2 * AT_ONCE);
        BlockingQueue<Held> handled = new ArrayBlockingQueue<>(4 * AT_ONCE);
        AtomicInteger left = new AtomicInteger(jobs);
        double seconds = Parallel.seconds(HANDLERS + 2, thread -> {
            if (thread == HANDLERS) {
                claim(bench, claimed, jobs);
            } else if (thread == HANDLERS + 1) {
                commit(bench, Sql.COMPLETE, handled, jobs, held -> {});
            } else {
                while (left.getAndDecrement() > 0) {
                    handled.put(claimed.take());
                }
            }
        });
        mustHaveEnded(bench, jobs);
        return jobs / seconds;
    }

    /** Each handler waits until its effect and its completion are committed: a thread of its own commits what has come together. */
    static double awaited(Bench bench, int jobs) throws Exception {
        Tables.fill(bench.database(), jobs);
        Effects.make(bench.database());
        BlockingQueue<Held> claimed = new ArrayBlockingQueue<>(2 * AT_ONCE);
        BlockingQueue<Held> handled = new ArrayBlockingQueue<>(2 * HANDLERS);
        Map<UUID, Thread> waiting = new ConcurrentHashMap<>();
        AtomicInteger left = new AtomicInteger(jobs);
        double seconds = Parallel.seconds(HANDLERS + 2, thread -> {
            if (thread == HANDLERS) {
                claim(bench, claimed, jobs);
            } else if (thread == HANDLERS + 1) {
                commit(
                        bench,
                        Sql.COMPLETE_WITH_EFFECTS,
                        handled,
                        jobs,
                        held -> LockSupport.unpark(waiting.remove(held.id())));
            } else {
                while (left.getAndDecrement() > 0) {
                    Held held = claimed.take();
                    waiting.put(held.id(), Thread.currentThread());
                    handled.put(held);
                    while (waiting.containsKey(held.id())) {
                        LockSupport.park();
                    }
                }
            }
        });
        mustHaveEnded(bench, jobs);
        return jobs / seconds;
    }

    /** Each handler commits an effect and its completion in one transaction, and waits for it. */
    static double eachItsOwn(Bench bench, int jobs) throws Exception {
        Tables.fill(bench.database(), jobs);
        Effects.make(bench.database());
        BlockingQueue<Held> claimed = new ArrayBlockingQueue<>(2 * AT_ONCE);
        AtomicInteger left = new AtomicInteger(jobs);
        double seconds = Parallel.seconds(HANDLERS + 1, thread -> {
            if (thread == HANDLERS) {
                claim(bench, claimed, jobs);
                return;
            }
            try (Connection connection = bench.database().connect();
                    PreparedStatement effect = connection.prepareStatement(Effects.INSERT);
                    PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE_ONE)) {
                connection.setAutoCommit(false);
                while (left.getAndDecrement() > 0) {
                    Held held = claimed.take();
                    mustBe(1, held.complete(complete));
                    effect.setObject(1, held.id());
                    effect.executeUpdate();
                    connection.commit();
                }
            }
        });
        mustHaveEnded(bench, jobs);
        return jobs / seconds;
    }

    private static void claim(Bench bench, BlockingQueue<Held> claimed, int jobs) throws Exception {
        UUID worker = UUID.randomUUID();
        try (Connection connection = bench.database().connect();
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM)) {
            for (int done = 0; done < jobs; ) {
                List<Held> batch = Held.claim(claim, worker, AT_ONCE);
                for (Held held : batch) {
                    claimed.put(held);
                }
                done += batch.size();
            }
        }
    }

    private static void commit(
            Bench bench, String statement, BlockingQueue<Held> handled, int jobs, Consumer<Held> committed)
            throws Exception {
        try (Connection connection = bench.database().connect();
                PreparedStatement complete = connection.prepareStatement(statement)) {
            List<Held> together = new ArrayList<>();
            for (int done = 0; done < jobs; done += together.size()) {
                together.clear();
                together.add(handled.take());
                handled.drainTo(together, AT_ONCE - 1);
                mustBe(together.size(), Held.complete(connection, complete, together));
                together.forEach(committed);
            }
        }
    }

    static void mustHaveEnded(Bench bench, int jobs) throws Exception {
        Rows.mustBe(bench.database(), "SELECT count(*) FROM job_hot", 0);
        Rows.mustBe(
                bench.database(),
                "SELECT count(*) FROM job_done",
                (long) bench.database().kept() + jobs);
    }

    private static void mustBe(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException("expected " + expected + " and got " + actual);
        }
    }
}
