package dev.reelstore.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a pool that was opened here, and that is closed with this. */
final class PooledConnections implements ConnectionSource {

    private final DataSource plain;
    private final @Nullable PostgresSettings session;
    private final boolean sessions;
    private final HikariDataSource pool;
    private final Limits limits;
    private final ConnectionLog log;
    private final ReadyConnection ready;

    /** @param place for the log, whose connections these are */
    PooledConnections(String place, PostgresSettings settings, DataSource plain) {
        this(place, settings, plain, new ReadyConnection(null));
    }

    /**
     * @param place for the log, whose connections these are
     * @param ready what the pool begins with
     */
    PooledConnections(String place, PostgresSettings settings, DataSource plain, ReadyConnection ready) {
        this.plain = plain;
        this.session = settings.session();
        this.sessions = settings.pooler() == null;
        this.limits = settings.limits();
        this.log = new ConnectionLog(place);
        this.ready = ready;
        this.pool = pool(configuration(place, settings, ready.before(plain)), ready.held());
    }

    /** What is ready is in the pool from the first moment: who has to wait for it has all the others opened meanwhile. */
    private static HikariDataSource pool(HikariConfig configuration, boolean ready) {
        if (ready && configuration.getMinimumIdle() > 0) {
            try {
                configuration.setInitializationFailTimeout(0);
                return new HikariDataSource(configuration);
            } catch (PoolInitializationException lost) {
                // It is used up, and the next one need not be of its kind.
            }
        }
        configuration.setInitializationFailTimeout(-1);
        return new HikariDataSource(configuration);
    }

    private static HikariConfig configuration(String place, PostgresSettings settings, DataSource plain) {
        PoolSettings sizes = settings.pool();
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName(settings.applicationName() + " " + place);
        configuration.setDataSource(plain);
        configuration.setMinimumIdle(sizes.min());
        configuration.setMaximumPoolSize(sizes.max());
        configuration.setConnectionTimeout(sizes.maxWait().toMillis());
        configuration.setValidationTimeout(
                Math.min(sizes.maxWait().toMillis(), settings.connectTimeout().toMillis()));
        configuration.setIdleTimeout(sizes.idleTimeout().toMillis());
        configuration.setMaxLifetime(sizes.maxLifetime().toMillis());
        configuration.setKeepaliveTime(
                Math.max(30_000, Math.min(120_000, sizes.maxLifetime().toMillis() / 2)));
        // Said and not asked for: a pool whose first connection is lost while it asks would set up no other ever after.
        configuration.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        configuration.setExceptionOverride(new EvictDemoted());
        return configuration;
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public Connection borrow() throws SQLException {
        requireOpen();
        return log.telling(pool::getConnection);
    }

    /** Not from the pool, which would be one short. */
    @Override
    public Connection dedicated() throws SQLException {
        requireOpen();
        return log.telling(plain::getConnection);
    }

    /** Not from the pool either. */
    @Override
    public Connection listening() throws SQLException {
        requireOpen();
        PostgresSettings direct = session;
        if (direct == null) {
            throw new IllegalStateException("behind a pooler, and without a direct URL");
        }
        return log.telling(() -> PlainDataSource.ofListener(direct).getConnection());
    }

    @Override
    public boolean hears() {
        return session != null;
    }

    @Override
    public boolean ownPool() {
        return true;
    }

    @Override
    public String prelude(UnitOptions options) {
        if (!sessions) {
            return limits.asPrelude(options) + PlainDataSource.OWN_PLANS_OF_A_TRANSACTION;
        }
        String isolation = switch (options.isolation()) {
            case READ_COMMITTED -> "";
            case REPEATABLE_READ -> "ISOLATION LEVEL REPEATABLE READ ";
            case SERIALIZABLE -> "ISOLATION LEVEL SERIALIZABLE ";
        };
        String modes = isolation + (options.readOnly() ? "READ ONLY" : "");
        return modes.isEmpty() ? "" : "SET TRANSACTION " + modes;
    }

    @Override
    public boolean limitedByConnection() {
        return sessions;
    }

    @Override
    public Duration statementTimeout() {
        return limits.statement();
    }

    @Override
    public Optional<PoolFigures> figures() {
        return HikariFigures.of(pool);
    }

    @Override
    public boolean closed() {
        return pool.isClosed();
    }

    @Override
    public void close() {
        pool.close();
        ready.close();
    }

    /** A server that was the primary refuses writes and looks healthy otherwise: its connections must not stay. */
    private static final class EvictDemoted implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException failed) {
            return Objects.equals(failed.getSQLState(), "25006") ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
