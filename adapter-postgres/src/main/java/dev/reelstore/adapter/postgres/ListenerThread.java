package dev.reelstore.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own. A connection that went deaf without a word is found out by asking on it, and one
 * that takes the place of another begins with a wake-up for all: something may have been missed.
 */
final class ListenerThread {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);

    private static final int TURN_MILLIS = 500;
    private static final long CHECK_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int CHECK_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private static final long ATTEND_NANOS =
            Duration.ofSeconds(Channel.ATTENDED_SECONDS / 3).toNanos();

    private final ConnectionSource source;
    private final Channel channel;
    private final Consumer<@Nullable String> ear;
    private final CountDownLatch listening = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean missed;
    private final Thread thread = new Thread(this::run, "reelstore-signals");

    /** @param ear gets what was said, or null where something may have been missed */
    ListenerThread(ConnectionSource source, Channel channel, Consumer<@Nullable String> ear) {
        this.source = source;
        this.channel = channel;
        this.ear = ear;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits a while until it listens; whoever goes on before is woken when it does. */
    void awaitListening() {
        try {
            if (!listening.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                missed = true;
            }
        } catch (InterruptedException stop) {
            missed = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the thread come to its end, which it does within a turn; what it hears until then reaches nobody. */
    void end() {
        end.countDown();
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!ended(0)) {
            try (Connection connection = source.listening()) {
                boolean before = connection.getAutoCommit();
                connection.setAutoCommit(true);
                channel.attend(connection);
                pause = FIRST_PAUSE_MILLIS;
                listening.countDown();
                if (missed) {
                    ear.accept(null);
                }
                hear(connection, connection.unwrap(PGConnection.class));
                channel.leave(connection);
                connection.setAutoCommit(before);
            } catch (SQLException | RuntimeException lost) {
                if (!ended(0)) {
                    LOG.warn(
                            "not listening for {}, next try in {} ms; polling goes on: {}",
                            channel.what(),
                            pause,
                            lost.toString());
                }
                missed = true;
                ended(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void hear(Connection connection, PGConnection notified) throws SQLException {
        long checked = System.nanoTime();
        long attended = checked;
        while (!ended(0)) {
            if (System.nanoTime() - attended > ATTEND_NANOS) {
                channel.attend(connection);
                attended = System.nanoTime();
            }
            PGNotification[] heard = notified.getNotifications(TURN_MILLIS);
            if (heard != null && heard.length > 0) {
                checked = System.nanoTime();
                for (PGNotification notification : heard) {
                    ear.accept(notification.getParameter());
                }
            } else if (System.nanoTime() - checked > CHECK_NANOS) {
                if (!connection.isValid(CHECK_SECONDS)) {
                    throw new SQLException("the listening connection does not answer");
                }
                checked = System.nanoTime();
            }
        }
    }

    private boolean ended(long withinMillis) {
        try {
            return end.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            end.countDown();
            return true;
        }
    }
}
