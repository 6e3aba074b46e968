package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/** Hands a collection to a statement as one array parameter, and reads an array that is never null. Stateless. */
abstract sealed class ArrayHandler implements TypeHandler<Collection<? extends @Nullable Object>> {

    private final String elementType;

    /** Of the elements' own type: of most the driver has a binary form, while of mere objects it makes a text. */
    private final IntFunction<@Nullable Object[]> array;

    private ArrayHandler(String elementType, IntFunction<@Nullable Object[]> array) {
        this.elementType = elementType;
        this.array = array;
    }

    /** For {@code uuid[]}. */
    static final class OfUuids extends ArrayHandler {
        OfUuids() {
            super("uuid", UUID[]::new);
        }

        @Override
        void set(PreparedStatement statement, int i, @Nullable Object[] elements) throws SQLException {
            statement.setObject(i, new UuidArray((@Nullable UUID[]) elements));
        }
    }

    /** For {@code text[]}; enums go by their names. */
    static final class OfTexts extends ArrayHandler {
        OfTexts() {
            super("text", String[]::new);
        }
    }

    /** For {@code int4[]}. */
    static final class OfIntegers extends ArrayHandler {
        OfIntegers() {
            super("int4", Integer[]::new);
        }
    }

    /** For {@code int8[]}. */
    static final class OfLongs extends ArrayHandler {
        OfLongs() {
            super("int8", Long[]::new);
        }
    }

    /** For {@code float8[]}. */
    static final class OfDoubles extends ArrayHandler {
        OfDoubles() {
            super("float8", Double[]::new);
        }
    }

    @Override
    public void setParameter(
            PreparedStatement statement, int i, Collection<? extends @Nullable Object> values, @Nullable JdbcType type)
            throws SQLException {
        set(statement, i, values.stream().map(ArrayHandler::plain).toArray(array));
    }

    void set(PreparedStatement statement, int i, @Nullable Object[] elements) throws SQLException {
        statement.setArray(i, statement.getConnection().createArrayOf(elementType, elements));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof WorkerId worker) {
            return worker.value();
        }
        if (value instanceof JobId job) {
            return job.value();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    @Override
    public Collection<? extends @Nullable Object> getResult(ResultSet rows, String name) throws SQLException {
        return getResult(rows, rows.findColumn(name));
    }

    @Override
    public Collection<? extends @Nullable Object> getResult(ResultSet rows, int i) throws SQLException {
        return List.of((Object[]) rows.getArray(i).getArray());
    }

    @Override
    public Collection<? extends @Nullable Object> getResult(CallableStatement call, int i) {
        throw new UnsupportedOperationException("no procedures are called");
    }
}
