package dev.reelstore.adapter.postgres.tables;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Work on a connection that belongs to somebody else.
 *
 * @param <T> what it answers
 * @param <E> what it throws besides unchecked exceptions and those of the database
 */
@FunctionalInterface
public interface OnConnection<T extends @Nullable Object, E extends Exception> {

    /** Works on the connection, which is of no use afterwards. */
    T apply(Connection connection) throws SQLException, E;
}
