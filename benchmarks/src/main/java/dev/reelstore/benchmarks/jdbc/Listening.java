package dev.reelstore.benchmarks.jdbc;

import dev.reelstore.benchmarks.Bench;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Child;
import dev.reelstore.benchmarks.Crossing;
import dev.reelstore.benchmarks.Orders;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A worker that hears of each job by NOTIFY, and claims on the connection that listens. The main method is that of the process
 * that creates the jobs, each with its notification in one statement.
 */
final class Listening {

    private Listening() {}

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[0], Database.USER, "");
                PreparedStatement insert = connection.prepareStatement(Sql.INSERT_AND_NOTIFY)) {
            Orders.say("ready");
            while (true) {
                Orders.next();
                JdbcContestant.create(insert);
                Orders.say(System.nanoTime());
            }
        }
    }

    static double pickUp(Bench bench, double part) throws Exception {
        Tables.fill(bench.database(), 0);
        BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
        try (Connection connection = bench.database().connect();
                Child enqueuer =
                        Child.jvm(Listening.class, "256m", bench.database().url())) {
            try (Statement listen = connection.createStatement()) {
                listen.execute("LISTEN bench");
            }
            Thread worker = new Thread(() -> work(connection, begun), "bench-worker");
            worker.setDaemon(true);
            worker.start();
            enqueuer.await("ready");
            return Crossing.pickUp(bench, part, enqueuer, () -> {
                Long at = begun.poll(10, TimeUnit.SECONDS);
                if (at == null) {
                    throw new IllegalStateException("a job was not picked up within 10 s");
                }
                return at;
            });
        }
    }

    /** Until the connection closes. */
    private static void work(Connection connection, BlockingQueue<Long> begun) {
        UUID id = UUID.randomUUID();
        try (PreparedStatement claim = connection.prepareStatement(Sql.CLAIM);
                PreparedStatement complete = connection.prepareStatement(Sql.COMPLETE_ONE)) {
            while (true) {
                connection.unwrap(PGConnection.class).getNotifications(0);
                for (Held held : Held.claim(claim, id, 1)) {
                    begun.add(System.nanoTime());
                    held.complete(complete);
                }
            }
        } catch (SQLException closed) {
            // whoever waits for a job notices
        }
    }
}
