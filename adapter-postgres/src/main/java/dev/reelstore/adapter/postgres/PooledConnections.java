package dev.reelstore.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
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
    private final @Nullable DataSource listeners;
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
        PostgresSettings session = settings.session();
        this.plain = plain;
        this.listeners = session == null ? null : PlainDataSource.ofListener(session);
        this.sessions = settings.pooler() == null;
        this.limits = settings.limits();
        this.log = new ConnectionLog(place);
        this.ready = ready;
        this.pool = new HikariDataSource(configuration(place, settings, ready.before(plain)));
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
        configuration.setInitializationFailTimeout(-1);
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
        if (listeners == null) {
            throw new IllegalStateException("behind a pooler, and without a direct URL");
        }
        return log.telling(listeners::getConnection);
    }

    @Override
    public boolean hears() {
        return listeners != null;
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
