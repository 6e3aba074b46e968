package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Connections for one unit that may read older data: of a replica that is fresh enough, else of the primary. The replicas
 * are set up as the primary is.
 */
record ReadConnections(ConnectionSource primary, Replicas replicas, Freshness freshness) implements ConnectionSource {

    @Override
    public Connection borrow() throws SQLException {
        Connection connection = replicas.borrow(freshness);
        return connection == null ? primary.borrow() : connection;
    }

    @Override
    public Connection dedicated() throws SQLException {
        return primary.dedicated();
    }

    @Override
    public Connection listening() throws SQLException {
        return primary.listening();
    }

    @Override
    public boolean hears() {
        return primary.hears();
    }

    @Override
    public boolean ownPool() {
        return primary.ownPool();
    }

    @Override
    public String prelude(UnitOptions options) {
        return primary.prelude(options);
    }

    @Override
    public boolean limitedByConnection() {
        return primary.limitedByConnection();
    }

    @Override
    public Duration statementTimeout() {
        return primary.statementTimeout();
    }

    @Override
    public Optional<PoolFigures> figures() {
        return primary.figures();
    }

    @Override
    public boolean closed() {
        return primary.closed();
    }

    @Override
    public void close() {
        primary.close();
    }
}
