package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.tables.OnConnection;
import dev.reelstore.adapter.postgres.tables.Transactions;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on the user's own tables: in the unit that is open on the thread, or in a transaction of its own. */
final class OwnTransactions implements Transactions {

    private final ConnectionSource source;
    private final PostgresUnitOfWork units;

    OwnTransactions(ConnectionSource source, PostgresUnitOfWork units) {
        this.source = source;
        this.units = units;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T run(String name, boolean writes, OnConnection<T, E> work)
            throws E {
        ActiveUnit unit = units.current();
        return unit == null ? this.<T, E>alone(name, work) : unit.<T, E>onConnection(name, writes, work);
    }

    private <T extends @Nullable Object, E extends Exception> T alone(String name, OnConnection<T, E> work) throws E {
        source.requireOpen();
        Transaction transaction = Transaction.begin(source, UnitOptions.named("tables"));
        boolean committing = false;
        try {
            transaction.writes();
            T answer = transaction.onConnection(work);
            committing = true;
            transaction.commit();
            return answer;
        } catch (SQLException failed) {
            throw SqlFailures.inOwnTables(name, failed, false);
        } finally {
            if (!committing) {
                transaction.rollback();
            }
        }
    }
}
