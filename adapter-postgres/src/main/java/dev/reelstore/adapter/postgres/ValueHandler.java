package dev.reelstore.adapter.postgres;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a value type in a column of a type that the driver knows. Stateless.
 *
 * @param <T> the value type
 * @param <C> what the driver makes of the column
 */
final class ValueHandler<T, C> implements TypeHandler<@Nullable T> {

    private final Column<C> column;
    private final Function<T, C> unwrap;
    private final Function<C, T> wrap;

    ValueHandler(Column<C> column, Function<T, C> unwrap, Function<C, T> wrap) {
        this.column = column;
        this.unwrap = unwrap;
        this.wrap = wrap;
    }

    /**
     * How a column is read.
     *
     * @param <C> what the driver makes of it
     */
    @FunctionalInterface
    interface Column<C> {

        /** The value, or null. */
        @Nullable
        C read(ResultSet rows, int i) throws SQLException;

        /** Of a type that the driver is told. */
        static <C> Column<C> of(Class<C> type) {
            return (rows, i) -> rows.getObject(i, type);
        }
    }

    @Override
    public void setParameter(PreparedStatement statement, int i, @Nullable T value, @Nullable JdbcType type)
            throws SQLException {
        if (value == null) {
            statement.setNull(i, Types.OTHER);
        } else {
            statement.setObject(i, unwrap.apply(value));
        }
    }

    @Override
    public @Nullable T getResult(ResultSet rows, String name) throws SQLException {
        return getResult(rows, rows.findColumn(name));
    }

    @Override
    public @Nullable T getResult(ResultSet rows, int i) throws SQLException {
        C value = column.read(rows, i);
        return value == null ? null : wrap.apply(value);
    }

    @Override
    public @Nullable T getResult(CallableStatement call, int i) {
        throw new UnsupportedOperationException("no procedures are called");
    }
}
