package dev.reelstore.benchmarks;

import dev.reelstore.benchmarks.BenchServer.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Questions to a database whose answer is one number. */
public final class Rows {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Rows() {}

    /** The answer. */
    public static long count(Database database, String question) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(question)) {
            return count(statement);
        }
    }

    /** Asks every millisecond until the answer is this. */
    public static void await(Database database, String question, long expected)
            throws SQLException, InterruptedException {
        await(database, question, expected, Duration.ofMillis(1));
    }

    /** Asks again and again until the answer is this, with these pauses. */
    public static void await(Database database, String question, long expected, Duration pause)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(question)) {
            long counted = count(statement);
            while (counted != expected) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(question + " is " + counted + " and not " + expected);
                }
                Thread.sleep(pause.toMillis());
                counted = count(statement);
            }
        }
    }

    /** Fails unless the answer is this. */
    public static void mustBe(Database database, String question, long expected) throws SQLException {
        long counted = count(database, question);
        if (counted != expected) {
            throw new IllegalStateException(question + " is " + counted + " and not " + expected);
        }
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
