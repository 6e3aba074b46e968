package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.tables.OnConnection;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction on one borrowed connection: it begins, commits, rolls back and gives the connection back, and nobody
 * else does. Used by one thread.
 */
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private static final String IN_FAILED_TRANSACTION = "25P02";

    /**
     * Until the transaction ends; "$user" stands for our schema where the role has its name. Plans are made as usual: who
     * asks a question of its own may mean whole tables.
     */
    private static final String AS_THE_USER =
            "SELECT pg_catalog.set_config('enable_seqscan', 'on', TRUE), CASE WHEN 'reelstore' = ANY ("
                    + "pg_catalog.current_schemas(FALSE)) THEN pg_catalog.set_config('search_path', coalesce(("
                    + "SELECT pg_catalog.string_agg(pg_catalog.quote_ident(p.schema::text), ', ' ORDER BY p.place)"
                    + " FROM pg_catalog.unnest(pg_catalog.current_schemas(FALSE)) WITH ORDINALITY AS p (schema, place)"
                    + " WHERE p.schema <> 'reelstore'), ''), TRUE) END";

    private final String name;
    private final ConnectionSource source;
    private final Connection connection;
    private final boolean readOnly;
    private final boolean autoCommit;
    private final SqlSession sql;
    private boolean asTheUser;
    private boolean writes;
    private @Nullable CommitMark mark;

    private Transaction(
            String name, ConnectionSource source, Connection connection, boolean readOnly, boolean autoCommit) {
        this.name = name;
        this.source = source;
        this.connection = connection;
        this.readOnly = readOnly;
        this.autoCommit = autoCommit;
        this.sql = Mapping.on(connection);
    }

    /** Begins one under these options. The server learns of it with the first statement. */
    static Transaction begin(ConnectionSource source, UnitOptions options) {
        return open(options.name(), source, false, options.readOnly(), source.prelude(options));
    }

    /** For statements that each are a transaction of their own. */
    static Transaction forSingleStatements(ConnectionSource source, String name) {
        return open(name, source, true, true, "");
    }

    private static Transaction open(
            String name, ConnectionSource source, boolean autoCommit, boolean readOnly, String prelude) {
        Connection connection = borrow(source, name);
        boolean before = true;
        try {
            before = connection.getAutoCommit();
            OpenTransactions.refuse(connection);
            connection.setAutoCommit(autoCommit);
            if (!prelude.isEmpty()) {
                execute(connection, prelude);
            }
            return new Transaction(name, source, connection, readOnly, before);
        } catch (SQLException failed) {
            rollBackQuietly(connection);
            giveBack(connection, before);
            throw SqlFailures.inTransaction(name, failed);
        } catch (RuntimeException | Error failed) {
            giveBack(connection, before);
            throw failed;
        }
    }

    private static Connection borrow(ConnectionSource source, String name) {
        try {
            return source.borrow();
        } catch (SQLException refused) {
            source.requireOpen();
            throw SqlFailures.whileConnecting(name, refused);
        } catch (RuntimeException refused) {
            throw SqlFailures.of(name, refused);
        }
    }

    Session session(boolean own, Wakes wakes) {
        return new Session(sql, own, wakes);
    }

    /** From now on each statement may take this long. */
    void limitStatements(Duration most) {
        try {
            execute(
                    connection,
                    "SET LOCAL statement_timeout = " + Math.max(1, Math.min(most.toMillis(), Integer.MAX_VALUE)));
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction(name, failed);
        }
    }

    /** Runs work for which names without a schema never mean tables of the store's own. */
    <T extends @Nullable Object, E extends Exception> T onConnection(OnConnection<T, E> work) throws SQLException, E {
        if (!asTheUser) {
            becomeTheUser();
        }
        T answer = work.apply(connection);
        if (OpenTransactions.failed(connection)) {
            throw new SQLException("a statement has failed and the work looked away", IN_FAILED_TRANSACTION);
        }
        return answer;
    }

    /** Prepared, as planning it anew would take longer than most of what it is there for. */
    private void becomeTheUser() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AS_THE_USER)) {
            statement.execute();
        }
        asTheUser = true;
    }

    Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction(name, failed);
        }
    }

    void rollbackTo(Savepoint savepoint) {
        try {
            asTheUser = false;
            connection.rollback(savepoint);
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction(name, failed);
        }
    }

    void release(Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction(name, failed);
        }
    }

    /** It may change something, so that its commit must be known of. */
    void writes() {
        writes = true;
    }

    /** By what it can be known after its commit, where a statement has said so. */
    void marked(CommitMark own) {
        mark = own;
    }

    /**
     * Commits and gives the connection back, whatever comes of it. What only read is never in doubt; of anything else the
     * server is asked, if the connection is lost meanwhile.
     */
    void commit() {
        OutcomeUnknownException doubt = null;
        try {
            if (connection.isClosed()) {
                throw new StoreConnectionException(
                        name + ": the connection was lost before the commit began; nothing was committed", null);
            }
            if (writes && mark == null) {
                mark = session(true, Wakes.INSIDE).store().mark();
            }
            doubt = committed();
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction(name, failed);
        } catch (PersistenceException failed) {
            rollBackQuietly(connection);
            throw SqlFailures.of(name, failed);
        } finally {
            end();
        }
        if (doubt != null) {
            resolve(doubt);
        }
    }

    /** The doubt, where there is any. */
    private @Nullable OutcomeUnknownException committed() {
        try {
            connection.commit();
            return null;
        } catch (SQLException failed) {
            rollBackQuietly(connection);
            StoreException failure =
                    nothingWritten() ? SqlFailures.inTransaction(name, failed) : SqlFailures.atCommit(name, failed);
            if (failure instanceof OutcomeUnknownException doubt) {
                return doubt;
            }
            throw failure;
        }
    }

    private boolean nothingWritten() {
        return readOnly || !writes || mark != null && mark.transaction() == null;
    }

    private void resolve(OutcomeUnknownException doubt) {
        if (mark == null) {
            throw doubt;
        }
        new CommitInDoubt(name, mark, doubt).resolve(source);
    }

    /** Rolls back and gives the connection back; a failure in that is of no interest, as nothing was committed. */
    void rollback() {
        rollBackQuietly(connection);
        end();
    }

    /** Gives the connection back without either: after statements that only read. */
    void end() {
        sql.close();
        giveBack(connection, autoCommit);
    }

    private static void giveBack(Connection connection, boolean autoCommit) {
        try {
            try {
                if (connection.getAutoCommit() != autoCommit) {
                    connection.setAutoCommit(autoCommit);
                }
            } finally {
                Returned.close(connection);
            }
        } catch (SQLException failed) {
            LOG.debug("could not give a connection back: {}", failed.getMessage());
        }
    }

    private static void rollBackQuietly(Connection connection) {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException failed) {
            LOG.debug("could not roll back: {}", failed.getMessage());
        }
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
