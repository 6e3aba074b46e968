package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** A user who opens a transaction for each call, joins it, and commits it; for all but the stores, an ordinary store. */
final class JoiningEachCall implements Persistence {

    private final PostgresPersistence others = BorrowingContractTest.borrowing();

    @Override
    public JobStore jobs() {
        return joining(JobStore.class, Stores::jobs);
    }

    @Override
    public ClaimStore claims() {
        return joining(ClaimStore.class, Stores::claims);
    }

    @Override
    public ChannelStore channels() {
        return joining(ChannelStore.class, Stores::channels);
    }

    @Override
    public JournalStore journal() {
        return joining(JournalStore.class, Stores::journal);
    }

    @Override
    public VideoStore videos() {
        return joining(VideoStore.class, Stores::videos);
    }

    @Override
    public QualityStore qualities() {
        return joining(QualityStore.class, Stores::qualities);
    }

    @Override
    public AnalysisStore analysis() {
        return joining(AnalysisStore.class, Stores::analysis);
    }

    private <T> T joining(Class<T> port, Function<Stores, T> store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> others.unitOfWork().active()
                        ? call(method, store.apply(others), arguments)
                        : inTransaction(method, store, arguments)));
    }

    private static Object inTransaction(Method method, Function<Stores, ?> store, Object[] arguments) throws Throwable {
        try (Connection connection = TestStore.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            limitLocks(connection);
            try {
                Object answer = call(method, store.apply(PostgresPersistence.joining(connection)), arguments);
                connection.commit();
                return answer;
            } catch (Throwable failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static Object call(Method method, Object store, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private static void limitLocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TestStore.LIMITS.asTransactionSettings());
        }
    }

    @Override
    public UnitOfWork unitOfWork() {
        return others.unitOfWork();
    }

    @Override
    public Signals signals() {
        return others.signals();
    }

    @Override
    public Handover handover() {
        return Handover.NEVER;
    }

    @Override
    public Health health() {
        return others.health();
    }

    @Override
    public ReadToken token() {
        return others.token();
    }

    @Override
    public Instant now() {
        return others.now();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SHARED);
    }

    @Override
    public void close() {
        others.close();
    }
}
