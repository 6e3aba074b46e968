package dev.reelstore.adapter.postgres.tables;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and all that comes from it, which lets statements through and nothing that would end, bend or outlive the
 * transaction that it is lent in. Used by one thread.
 */
final class Lent implements InvocationHandler {

    /** The more special first. */
    private static final List<Class<?>> KINDS = List.of(
            Connection.class,
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            Array.class);

    private static final Set<String> OF_CONNECTION = Set.of(
            "createStatement",
            "prepareStatement",
            "prepareCall",
            "nativeSQL",
            "getMetaData",
            "createArrayOf",
            "createStruct",
            "createBlob",
            "createClob",
            "createNClob",
            "createSQLXML",
            "getAutoCommit",
            "getTransactionIsolation",
            "isReadOnly",
            "isClosed",
            "isValid",
            "getSchema",
            "getCatalog",
            "getWarnings",
            "clearWarnings",
            "getClientInfo",
            "getHoldability",
            "getTypeMap",
            "getNetworkTimeout");

    private final Lease lease;
    private final Object target;
    private final @Nullable Object parent;
    private final @Nullable Object connection;

    private Lent(Lease lease, Object target, @Nullable Object parent, @Nullable Object connection) {
        this.lease = lease;
        this.target = target;
        this.parent = parent;
        this.connection = connection;
    }

    static Connection connection(Connection connection, Lease lease) {
        return (Connection) proxy(Connection.class, new Lent(lease, connection, null, null));
    }

    private static Object proxy(Class<?> kind, Lent handler) {
        return Proxy.newProxyInstance(Lent.class.getClassLoader(), new Class<?>[] {kind}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, name, arguments);
        }
        if (lease.ended() && (name.equals("close") || name.equals("isClosed"))) {
            return name.equals("close") ? null : true;
        }
        lease.require();
        switch (name) {
            case "isWrapperFor" -> {
                return false;
            }
            case "unwrap" -> throw Lease.refusal("unwrap: what is behind a lent connection is not handed out");
            case "getConnection" -> {
                return connection;
            }
            case "getStatement" -> {
                return parent;
            }
            default -> {
                if (target instanceof Connection && !OF_CONNECTION.contains(name)) {
                    throw Lease.refusal(name + ": the unit of work sees to the transaction and the session");
                }
            }
        }
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && takesSql(name)) {
            SqlGuard.check(sql);
        }
        return lend(proxy, call(method, arguments));
    }

    private @Nullable Object ofObject(Object proxy, String name, Object @Nullable [] arguments) {
        return switch (name) {
            case "equals" -> arguments != null && arguments[0] == proxy;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target.toString();
        };
    }

    private boolean takesSql(String name) {
        return (target instanceof Connection || target instanceof Statement)
                && (name.startsWith("prepare")
                        || name.startsWith("execute")
                        || name.equals("addBatch")
                        || name.equals("nativeSQL"));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private @Nullable Object lend(Object proxy, @Nullable Object answer) {
        Object owner = target instanceof Connection ? proxy : connection;
        for (Class<?> kind : KINDS) {
            if (kind.isInstance(answer)) {
                return proxy(kind, new Lent(lease, answer, proxy, owner));
            }
        }
        return answer;
    }
}
