package dev.reelstore.adapter.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a whole row. Told of it as of the type of a column, MyBatis leaves the row alone: by a result map it
 * would look for each column's handler, and the constructor, again in each row. Stateless.
 */
final class RowHandler<T> implements TypeHandler<T> {

    private final Reader<T> reader;

    RowHandler(Reader<T> reader) {
        this.reader = reader;
    }

    /** Reads a value from the columns of a row. */
    @FunctionalInterface
    interface Reader<T> {

        T read(Row row) throws SQLException;
    }

    /** @param column the first of the row, of which MyBatis believes that it is all */
    @Override
    public T getResult(ResultSet rows, String column) throws SQLException {
        return reader.read(new Row(rows));
    }

    @Override
    public T getResult(ResultSet rows, int column) throws SQLException {
        return reader.read(new Row(rows));
    }

    @Override
    public void setParameter(PreparedStatement statement, int i, @Nullable T value, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("a row is no parameter");
    }

    @Override
    public T getResult(CallableStatement call, int i) {
        throw new UnsupportedOperationException("no procedures are called");
    }
}
