package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Knows whether somebody else's transaction is open on a connection: a commit of ours would commit it too. */
final class OpenTransactions {

    private OpenTransactions() {}

    static void refuse(Connection connection) throws SQLException {
        if (connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            throw new StoreOperationException(
                    "the DataSource handed out a connection with a transaction open on it: give a DataSource that hands"
                            + " out connections of its own, or use joining(connection)",
                    Repeat.USELESS,
                    null);
        }
    }
}
