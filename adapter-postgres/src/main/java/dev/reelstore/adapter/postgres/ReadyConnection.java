package dev.reelstore.adapter.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection that was opened before its pool, for the pool to begin with. Safe from any thread. */
final class ReadyConnection implements AutoCloseable {

    private final AtomicReference<@Nullable Connection> connection;

    ReadyConnection(@Nullable Connection connection) {
        this.connection = new AtomicReference<>(connection);
    }

    /** Whether there is one that nobody has asked for. */
    boolean held() {
        return connection.get() != null;
    }

    /** The same source, which hands this one out first. */
    DataSource before(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                ReadyConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Connection ready = method.getName().equals("getConnection") && arguments == null
                            ? connection.getAndSet(null)
                            : null;
                    if (ready != null) {
                        return ready;
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    /** Closes it where nobody has asked for it. */
    @Override
    public void close() {
        try (Connection unused = connection.getAndSet(null)) {
            // closing is all
        } catch (SQLException ignored) {
            // it is of no use any more
        }
    }
}
