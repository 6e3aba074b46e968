package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Knows how a connection's transaction is; a commit of ours would commit somebody else's too. */
final class OpenTransactions {

    private OpenTransactions() {}

    static void refuse(Connection connection) throws SQLException {
        if (state(connection, TransactionState.IDLE) != TransactionState.IDLE) {
            throw new StoreOperationException(
                    "the DataSource handed out a connection with a transaction open on it: give a DataSource that hands"
                            + " out connections of its own, or use joining(connection)",
                    Repeat.USELESS,
                    null);
        }
    }

    /** Whether a statement failed on it and it was not rolled back since. */
    static boolean failed(Connection connection) throws SQLException {
        return state(connection, TransactionState.OPEN) == TransactionState.FAILED;
    }

    private static TransactionState state(Connection connection, TransactionState otherwise) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                ? connection.unwrap(BaseConnection.class).getTransactionState()
                : otherwise;
    }
}
