package dev.reelstore.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.PGConnection;

/** A name under which the server passes hints on, and what a connection does to get them. For one thread at a time. */
interface Channel {

    /** How long nobody need hear anything of a connection that listens. */
    int ATTENDED_SECONDS = 60;

    /** As log lines call what comes by it. */
    String what();

    /** Begins to listen; also again on a connection that listens already, often enough for {@link #ATTENDED_SECONDS}. */
    void attend(Connection connection) throws SQLException;

    /** Stops. */
    void leave(Connection connection) throws SQLException;

    /** Queues with jobs that became due. */
    static Channel jobs() {
        return new Channel() {
            @Override
            public String what() {
                return "new jobs";
            }

            @Override
            public void attend(Connection connection) throws SQLException {
                execute(connection, "LISTEN reelstore_jobs");
            }

            @Override
            public void leave(Connection connection) throws SQLException {
                unlisten(connection, "reelstore_jobs");
            }
        };
    }

    /** Jobs that changed. They are named only while somebody is known to watch, hence the row. */
    static Channel events() {
        UUID id = UUID.randomUUID();
        return new Channel() {
            @Override
            public String what() {
                return "changes of jobs";
            }

            @Override
            public void attend(Connection connection) throws SQLException {
                execute(connection, "LISTEN reelstore_events");
                withId(
                        connection,
                        "INSERT INTO reelstore.watcher AS w (id, until) VALUES (?, clock_timestamp() + interval '"
                                + ATTENDED_SECONDS
                                + " s') ON CONFLICT (id) DO UPDATE SET until = excluded.until");
                execute(connection, "DELETE FROM reelstore.watcher WHERE until < clock_timestamp() - interval '1 h'");
            }

            @Override
            public void leave(Connection connection) throws SQLException {
                unlisten(connection, "reelstore_events");
                withId(connection, "DELETE FROM reelstore.watcher WHERE id = ?");
            }

            private void withId(Connection connection, String statement) throws SQLException {
                try (PreparedStatement execution = connection.prepareStatement(statement)) {
                    execution.setObject(1, id);
                    execution.executeUpdate();
                }
            }
        };
    }

    /** What came at the end must not reach whoever listens next on this connection. */
    private static void unlisten(Connection connection, String name) throws SQLException {
        execute(connection, "UNLISTEN " + name);
        connection.unwrap(PGConnection.class).getNotifications();
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
