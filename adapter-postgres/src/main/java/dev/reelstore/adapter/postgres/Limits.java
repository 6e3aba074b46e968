package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.value.Check;
import java.time.Duration;

/**
 * How long the server lets a transaction of the store wait. Zero means any time.
 *
 * @param statement for one statement
 * @param lock for one lock; at most as long as a statement
 * @param idleInTransaction for the next statement of an open unit
 */
public record Limits(Duration statement, Duration lock, Duration idleInTransaction) {

    /**
     * 30 s for a statement, 10 s for a lock, 20 s between statements: a process that is frozen inside a unit holds the job
     * that it works on no longer than its lease would.
     */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /** @throws InvalidDataException when a limit breaks its rule */
    public Limits {
        statement = wholeMillis("statementTimeout", statement);
        lock = wholeMillis("lockTimeout", lock);
        idleInTransaction = wholeMillis("idleInTransactionTimeout", idleInTransaction);
        if (!statement.isZero() && (lock.isZero() || lock.compareTo(statement) > 0)) {
            throw new InvalidDataException(
                    "lockTimeout is " + lock + ": it must not be longer than statementTimeout, " + statement, null);
        }
    }

    /** The same with this limit for a statement. */
    public Limits statement(Duration value) {
        return new Limits(value, lock, idleInTransaction);
    }

    /** The same with this limit for a lock. */
    public Limits lock(Duration value) {
        return new Limits(statement, value, idleInTransaction);
    }

    /** The same with this limit between statements. */
    public Limits idleInTransaction(Duration value) {
        return new Limits(statement, lock, value);
    }

    /** The options of a new connection: then they hold in and outside of transactions without being said again. */
    String asConnectionOptions() {
        return "-c statement_timeout=" + statement.toMillis() + " -c lock_timeout=" + lock.toMillis()
                + " -c idle_in_transaction_session_timeout=" + idleInTransaction.toMillis()
                + " -c default_transaction_isolation=read\\ committed";
    }

    /** The same for one transaction on a connection of which nothing is known. */
    String asTransactionSettings() {
        return "SET LOCAL statement_timeout = " + statement.toMillis() + "; SET LOCAL lock_timeout = "
                + lock.toMillis() + "; SET LOCAL idle_in_transaction_session_timeout = "
                + idleInTransaction.toMillis();
    }

    /** With these limits, what such a transaction begins with. */
    String asPrelude(UnitOptions options) {
        return "SET TRANSACTION ISOLATION LEVEL " + options.isolation().name().replace('_', ' ')
                + (options.readOnly() ? " READ ONLY; " : "; ") + asTransactionSettings();
    }

    private static Duration wholeMillis(String field, Duration value) {
        long millis = Check.duration(field, value).toMillis();
        Check.range(field + " in milliseconds", millis, 0, Integer.MAX_VALUE);
        if (millis == 0 && !value.isZero()) {
            throw new InvalidDataException(field + " is " + value + ": it must be zero or at least 1 ms", null);
        }
        return Duration.ofMillis(millis);
    }
}
