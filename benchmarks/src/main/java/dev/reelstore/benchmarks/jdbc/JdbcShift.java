package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Shift;
import dev.reelstore.benchmarks.TwoProcesses;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread claims, sixteen handle, and one commits what has come together. The main method is that of the other process of
 * {@link TwoProcesses}.
 */
final class JdbcShift implements Shift {

    private static final int HANDLERS = 16;
    private static final int AT_ONCE = 500;
    private static final long IDLE_MILLIS = 5;

    private final String url;
    private final BlockingQueue<Held> claimed = new ArrayBlockingQueue<>(2 * AT_ONCE);
    private final BlockingQueue<Held> handled = new ArrayBlockingQueue<>(4 * AT_ONCE);
    private final AtomicInteger completed = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private JdbcShift(String url) {
        this.url = url;
    }

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) throws Exception {
        Shift.obey(() -> new JdbcShift(arguments[0]));
    }

    static double ofTwo(Bench bench) throws Exception {
        return TwoProcesses.drain(
                bench,
                new TwoProcesses.Queue() {
                    @Override
                    public void fill(int jobs) throws Exception {
                        Tables.fill(bench.database(), jobs);
                    }

                    @Override
                    public String left() {
                        return "SELECT count(*) FROM (SELECT FROM job_hot LIMIT 1) AS one";
                    }

                    @Override
                    public void mustHaveEnded(int jobs) throws Exception {
                        JdbcDrain.mustHaveEnded(bench, jobs);
                    }
                },
                JdbcShift.class,
                new JdbcShift(bench.database().url()));
    }

    @Override
    public void start() {
        threads.submit(this::claim);
        threads.submit(this::commit);
        Callable<Void> handling = this::handle;
        for (int i = 0; i < HANDLERS; i++) {
            threads.submit(handling);
        }
    }

    @Override
    public int stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        return completed.get();
    }

    private Void claim() throws SQLException, InterruptedException {
        UUID worker = UUID.randomUUID();
        try (Connection connection = Database.connect(url);
                PreparedStatement claim = connection.prepareStatement(Sql.CLAIM)) {
            while (true) {
                List<Held> batch = Held.claim(claim, worker, AT_ONCE);
                for (Held held : batch) {
                    claimed.put(held);
                }
                if (batch.isEmpty()) {
                    Thread.sleep(IDLE_MILLIS);
                }
            }
        }
    }

    private Void handle() throws InterruptedException {
        while (true) {
            handled.put(claimed.take());
        }
    }

    private Void commit() throws SQLException, InterruptedException {
        try (Connection connection = Database.connect(url);
                PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE)) {
            while (true) {
                List<Held> together = new ArrayList<>();
                together.add(handled.take());
                handled.drainTo(together, AT_ONCE - 1);
                completed.addAndGet(Held.complete(connection, complete, together));
            }
        }
    }
}
