package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Each call is part of the transaction that the caller has on its connection. It is never committed, rolled back, set up
 * or closed here. As safe for several threads as that connection.
 */
final class JoiningScope implements Scope {

    private final Connection connection;

    JoiningScope(Connection connection) {
        this.connection = connection;
        requireTransaction("joining");
    }

    @Override
    public boolean inUnit() {
        return true;
    }

    @Override
    public <T extends @Nullable Object> T read(String name, Statements<T> statements) {
        requireTransaction(name);
        try (SqlSession sql = Mapping.on(connection)) {
            return statements.on(new Session(sql, false, Wakes.INSIDE));
        } catch (RuntimeException failed) {
            throw SqlFailures.of(name, failed);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(String name, Statements<T> statements) {
        return this.<T>read(name, statements);
    }

    private void requireTransaction(String name) {
        try {
            if (connection.getAutoCommit()) {
                throw new StoreOperationException(
                        name + ": the connection is in auto-commit mode, so there is no transaction to join; call"
                                + " setAutoCommit(false) first",
                        Repeat.USELESS,
                        null);
            }
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction(name, failed);
        }
    }
}
