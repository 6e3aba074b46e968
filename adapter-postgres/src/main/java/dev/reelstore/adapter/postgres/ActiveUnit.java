package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.tables.OnConnection;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A unit of work that is open on the thread that began it. */
final class ActiveUnit extends ForwardingStores implements Unit, Scope {

    private final PostgresStores stores = new PostgresStores(this);
    private final Doom doom = new Doom();
    private final ConnectionSource source;
    private final UnitOptions options;
    private final Transaction transaction;
    private final WakesAfterCommit wakes;
    private final Runnable whenEnded;
    private final UnitBounds bounds;
    private final UnitSavepoints savepoints;

    ActiveUnit(ConnectionSource source, UnitOptions options, Bell bell, Runnable whenEnded) {
        this.source = source;
        this.options = options;
        this.whenEnded = whenEnded;
        this.wakes = new WakesAfterCommit(bell);
        this.bounds = new UnitBounds(source, options, doom);
        this.transaction = Transaction.begin(source, options);
        this.savepoints = new UnitSavepoints(this, transaction, doom, bounds);
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    public boolean inUnit() {
        return true;
    }

    @Override
    public <T extends @Nullable Object> T read(String name, Statements<T> statements) {
        bounds.requireUsable();
        try {
            bounds.requireTimeLeft(transaction);
            return statements.on(transaction.session(false, wakes));
        } catch (RuntimeException failed) {
            StoreException failure = SqlFailures.of(options.name() + ", " + name, failed);
            doom.by(failure);
            throw failure;
        }
    }

    @Override
    public <T extends @Nullable Object> T write(String name, Statements<T> statements) {
        return this.<T>read(name, session -> {
            if (options.readOnly()) {
                throw readOnly(name);
            }
            transaction.writes();
            return statements.on(session);
        });
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        return savepoints.nested(work);
    }

    @Override
    public void savepoint(String name) {
        savepoints.set(name);
    }

    @Override
    public void rollbackTo(String name) {
        bounds.requireNotOver();
        source.requireOpen();
        savepoints.rollBackTo(name);
    }

    @Override
    public void release(String name) {
        savepoints.release(name);
    }

    /** Runs work of an inner call: its failure is this unit's. */
    <T extends @Nullable Object, E extends Exception> T join(UnitOptions inner, Work<T, E> work) throws E {
        bounds.requireUsable();
        inner.requireFreshIn(options);
        if (inner.freshness() instanceof Freshness.After after) {
            requireOwn(after.token());
        }
        return savepoints.joined(work);
    }

    private void requireOwn(ReadToken token) {
        WalPosition position = WalPosition.of(token);
        if (position.system()
                != this.<WalPosition>read(
                                "read token", session -> session.store().position())
                        .system()) {
            throw token.foreign();
        }
    }

    /** Runs work on the connection itself; any exception that leaves it dooms the unit. */
    <T extends @Nullable Object, E extends Exception> T onConnection(
            String name, boolean writes, OnConnection<T, E> work) throws E {
        bounds.requireUsable();
        try {
            if (writes && options.readOnly()) {
                throw readOnly(name);
            }
            bounds.requireTimeLeft(transaction);
            if (!options.readOnly()) {
                transaction.writes();
            }
            return transaction.onConnection(work);
        } catch (SQLException failed) {
            StoreException failure = SqlFailures.inOwnTables(options.name() + ", " + name, failed, options.readOnly());
            doom.by(failure);
            throw failure;
        } catch (Throwable failure) {
            doom.by(failure);
            throw failure;
        }
    }

    private static StoreOperationException readOnly(String name) {
        return new StoreOperationException(
                name + " writes, and the unit is read-only: run it in one that is not", Repeat.USELESS, null);
    }

    /** Whether the claim is not stale; if so its job is locked until the unit ends. */
    boolean holds(Claim claim) {
        return this.<Boolean>write("guard", session -> {
            CommitMark mark = session.claims().guard(claim);
            if (mark != null) {
                marked(mark);
            }
            return mark != null;
        });
    }

    @Override
    public void marked(CommitMark mark) {
        transaction.marked(mark);
    }

    /** Commits and ends, or rolls back and says why. */
    void commit() {
        bounds.requireNotOver();
        try {
            source.requireOpen();
            if (doom.sealed()) {
                throw doom.refusal(options.name());
            }
            bounds.requireTimeLeft(transaction);
        } catch (StoreException refused) {
            rollback();
            throw refused;
        }
        try {
            transaction.commit();
        } finally {
            end();
        }
        wakes.committed();
    }

    /** Rolls back and ends, unless it has ended. */
    void rollback() {
        if (ended()) {
            return;
        }
        bounds.requireOwnThread();
        try {
            transaction.rollback();
        } finally {
            end();
        }
    }

    boolean ended() {
        return bounds.ended();
    }

    private void end() {
        bounds.end();
        whenEnded.run();
    }
}
