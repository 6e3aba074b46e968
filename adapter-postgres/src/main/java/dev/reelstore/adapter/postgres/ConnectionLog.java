package dev.reelstore.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log when connections begin to fail and when they are to be had again, once each: an outage that thousands of
 * calls run into is two lines. Safe from any thread.
 */
final class ConnectionLog {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPersistence.class);

    private final AtomicLong failures = new AtomicLong();
    private final String place;

    /** @param place whose connections these are */
    ConnectionLog(String place) {
        this.place = place;
    }

    Connection telling(Connecting connecting) throws SQLException {
        try {
            Connection connection = connecting.connect();
            if (failures.get() > 0) {
                long failed = failures.getAndSet(0);
                if (failed > 0) {
                    LOG.info("Connections to the {} can be had again after {} failures", place, failed);
                }
            }
            return connection;
        } catch (SQLException failed) {
            if (failures.getAndIncrement() == 0) {
                LOG.warn(
                        "{}. Further failures are not logged until one succeeds",
                        SqlFailures.whileConnecting("connect to the " + place, failed)
                                .getMessage());
            }
            throw failed;
        }
    }

    /** Gets a connection from somewhere. */
    @FunctionalInterface
    interface Connecting {

        Connection connect() throws SQLException;
    }
}
