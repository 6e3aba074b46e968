package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what an SQLException means, by its SQLSTATE and by how far the transaction had come. Stateless. */
final class SqlFailures {

    /** Classes of SQLSTATE with which a living server says that it did not commit. */
    private static final Set<String> REFUSALS_OF_COMMIT =
            Set.of("0A", "22", "23", "25", "27", "40", "42", "44", "53", "54", "55", "P0");

    private static final String STATEMENT_CANCELLED = "57014";
    private static final String COMPLETION_UNKNOWN = "40003";

    private SqlFailures() {}

    /** What left the statements of a store: its own refusals as they are, everything else told by its SQLException. */
    static StoreException of(String name, RuntimeException failed) {
        if (failed instanceof StoreException known) {
            return known;
        }
        SQLException sql = find(failed);
        return sql == null
                ? new StoreOperationException(name + " failed unexpectedly: " + failed, Repeat.USELESS, failed)
                : inTransaction(name, sql);
    }

    /** As {@link #of}, of a statement that is a transaction of its own: its commit may have been under way, or be over. */
    static StoreException whileCommitting(String name, RuntimeException failed) {
        if (failed instanceof StoreException known) {
            return known;
        }
        SQLException sql = find(failed);
        return sql == null
                ? new OutcomeUnknownException(
                        name + " failed unexpectedly, so it may have happened or not: " + failed, failed)
                : atCommit(name, sql);
    }

    /** Of a statement on the user's own tables: what their constraints refuse would be refused again. */
    static StoreException inOwnTables(String name, SQLException failed, boolean readOnly) {
        return switch (String.valueOf(failed.getSQLState())) {
            case "23505", "23503", "23P01" ->
                new StoreConflictException(
                        message(name, "a constraint of the table refuses it", failed), Repeat.USELESS, failed);
            case "42P01", "42703", "42883", "3F000" ->
                new StoreOperationException(
                        message(name, "there is no such table, column or function", failed), Repeat.USELESS, failed);
            case "25006" ->
                readOnly
                        ? new StoreOperationException(
                                message(name, "it writes, and the unit is read-only", failed), Repeat.USELESS, failed)
                        : inTransaction(name, failed);
            default -> inTransaction(name, failed);
        };
    }

    /** No connection could be had. */
    static StoreException whileConnecting(String name, SQLException failed) {
        if (failed instanceof SQLTransientConnectionException && find(failed.getCause()) == null) {
            return new StorePoolExhaustedException(
                    name + ": no connection became free in time; raise the pool's size or do less at once ("
                            + firstLine(failed) + ")",
                    failed);
        }
        SQLException cause = find(failed.getCause());
        return inTransaction(name, failed, cause == null ? failed : cause);
    }

    /** The commit had not begun: whatever it was, nothing was committed. */
    static StoreException inTransaction(String name, SQLException failed) {
        return inTransaction(name, failed, failed);
    }

    /** The commit was under way. */
    static StoreException atCommit(String name, SQLException failed) {
        if (failed.getCause() instanceof OutOfMemoryError) {
            return new OutcomeUnknownException(
                    message(name, "its answer did not fit into the memory of this process", failed), failed);
        }
        String state = failed.getSQLState();
        boolean refused = state != null
                && state.length() == 5
                && !state.equals(COMPLETION_UNKNOWN)
                && (state.equals(STATEMENT_CANCELLED) || REFUSALS_OF_COMMIT.contains(state.substring(0, 2)));
        return refused
                ? inTransaction(name, failed)
                : new OutcomeUnknownException(
                        message(
                                name,
                                "the connection was lost while committing, so it may have happened or not",
                                failed),
                        failed);
    }

    private static StoreException inTransaction(String name, SQLException failed, SQLException said) {
        String state = said.getSQLState();
        if (state == null || state.length() != 5) {
            return new StoreConnectionException(message(name, "the connection is gone", said), failed);
        }
        return switch (state) {
            case "57P03", "53300", "25006" ->
                new StoreUnavailableException(
                        message(name, "the server takes no such work now", said), Repeat.SAFE, failed);
            case "57P01", "57P02", "57P05", COMPLETION_UNKNOWN ->
                new StoreConnectionException(message(name, "the server ended the connection", said), failed);
            case "55P03" -> new StoreTimeoutException(message(name, "a lock was not free in time", said), failed);
            case STATEMENT_CANCELLED, "25P03", "25P04" ->
                new StoreTimeoutException(message(name, "it took longer than allowed", said), failed);
            // Keys that a caller can expect to be taken are found without raising, so this was a lost race: a repeat
            // sees the winner.
            case "23505" ->
                new StoreConflictException(message(name, "another took the same key", said), Repeat.SAFE, failed);
            case "23503" -> new StoreConflictException(message(name, "a row is missing", said), Repeat.USELESS, failed);
            case "42P01", "42883", "3F000" ->
                new StoreOperationException(
                        message(name, "schema reelstore is not as this version needs it, migrate it", said),
                        Repeat.USELESS,
                        failed);
            case "42501" ->
                new StoreOperationException(
                        message(name, "its role lacks a right (for the store's own tables roles.sql grants it)", said),
                        Repeat.USELESS,
                        failed);
            case "0A000" -> new StoreOperationException(message(name, "refused", said), staleplan(said), failed);
            default -> byClass(state.substring(0, 2), name, failed, said);
        };
    }

    private static StoreException byClass(String group, String name, SQLException failed, SQLException said) {
        return switch (group) {
            case "08" -> new StoreConnectionException(message(name, "the connection was lost", said), failed);
            case "40" ->
                new StoreConflictException(
                        message(name, "another transaction was in the way", said), Repeat.SAFE, failed);
            case "22", "23" -> new InvalidDataException(message(name, "the data break a rule", said), failed);
            case "26", "53", "58" ->
                new StoreOperationException(message(name, "the server is in trouble", said), Repeat.SAFE, failed);
            default -> new StoreOperationException(message(name, "refused", said), Repeat.USELESS, failed);
        };
    }

    /** A statement prepared before a migration fails once and is prepared anew for the next transaction. */
    private static Repeat staleplan(SQLException said) {
        return firstLine(said).contains("cached plan must not change result type") ? Repeat.SAFE : Repeat.USELESS;
    }

    private static @Nullable SQLException find(@Nullable Throwable failed) {
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String message(String name, String meaning, SQLException said) {
        return name + ": " + meaning + " (SQLSTATE " + said.getSQLState() + ", " + firstLine(said) + ")";
    }

    /** Further lines show values of the row. */
    private static String firstLine(SQLException said) {
        String message = said.getMessage();
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }
}
