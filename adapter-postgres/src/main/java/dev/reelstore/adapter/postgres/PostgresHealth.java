package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.Health;
import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database, never in a unit that may be open on the calling thread. Safe from any thread. */
final class PostgresHealth implements Health {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresHealth.class);

    private final ConnectionSource source;

    PostgresHealth(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public boolean open() {
        return !source.closed();
    }

    @Override
    public boolean poolHealthy() {
        try {
            Transaction transaction = Transaction.begin(source, UnitOptions.named("health"));
            try {
                return transaction.session(true, Wakes.INSIDE).store().answer() == 1;
            } finally {
                transaction.rollback();
            }
        } catch (RuntimeException failed) {
            LOG.debug("the pool is not healthy: {}", failed.getMessage());
            return false;
        }
    }

    @Override
    public Optional<PoolFigures> pool() {
        return source.figures();
    }

    @Override
    public void reach() {
        source.requireOpen();
        try (Connection connection = source.dedicated();
                SqlSession sql = Mapping.on(connection)) {
            sql.getMapper(StoreMapper.class).answer();
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException failed) {
            source.requireOpen();
            throw SqlFailures.whileConnecting("ping", failed);
        } catch (StoreException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            throw SqlFailures.of("ping", failed);
        }
    }
}
