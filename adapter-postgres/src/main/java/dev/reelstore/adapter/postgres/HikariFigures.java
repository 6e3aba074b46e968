package dev.reelstore.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.reelstore.domain.PoolFigures;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the figures of a pool, where it is one whose figures can be read. */
final class HikariFigures {

    private HikariFigures() {}

    static Optional<PoolFigures> of(DataSource source) {
        try {
            return source.isWrapperFor(HikariDataSource.class)
                    ? of(source.unwrap(HikariDataSource.class))
                    : Optional.empty();
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }

    /** Empty also for a pool that is closed, or that nobody has used yet. */
    private static Optional<PoolFigures> of(HikariDataSource pool) {
        HikariPoolMXBean now = pool.isClosed() ? null : pool.getHikariPoolMXBean();
        if (now == null) {
            return Optional.empty();
        }
        return Optional.of(new PoolFigures(
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection(),
                now.getTotalConnections(),
                pool.getMaximumPoolSize()));
    }
}
