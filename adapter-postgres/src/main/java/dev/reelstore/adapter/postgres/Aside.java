package dev.reelstore.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/** One question on a connection between two transactions of others: it leaves the connection as it was. */
final class Aside {

    private Aside() {}

    /** Asks outside any transaction, whose snapshot would be older than the answer. */
    static <T> T ask(Connection connection, Function<StoreMapper, T> question) throws SQLException {
        OpenTransactions.refuse(connection);
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (SqlSession sql = Mapping.on(connection)) {
            return question.apply(sql.getMapper(StoreMapper.class));
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(before);
            }
        }
    }
}
