package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.PoolFigures;
import dev.reelstore.domain.unit.UnitOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Connections of the caller's DataSource, which is never closed here. Nothing is known of how they are set up. */
final class BorrowedConnections implements ConnectionSource {

    private final DataSource source;
    private final Limits limits;
    private final ConnectionLog log;
    private volatile boolean closed;

    /** @param place for the log, whose connections these are */
    BorrowedConnections(String place, DataSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.log = new ConnectionLog(place);
    }

    @Override
    public Connection borrow() throws SQLException {
        requireOpen();
        return log.telling(source::getConnection);
    }

    @Override
    public Connection dedicated() throws SQLException {
        return borrow();
    }

    @Override
    public Connection listening() throws SQLException {
        return borrow();
    }

    @Override
    public boolean hears() {
        return true;
    }

    @Override
    public boolean ownPool() {
        return false;
    }

    @Override
    public String prelude(UnitOptions options) {
        return limits.asPrelude(options);
    }

    @Override
    public boolean limitedByConnection() {
        return false;
    }

    @Override
    public Duration statementTimeout() {
        return limits.statement();
    }

    @Override
    public Optional<PoolFigures> figures() {
        return closed ? Optional.empty() : HikariFigures.of(source);
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
