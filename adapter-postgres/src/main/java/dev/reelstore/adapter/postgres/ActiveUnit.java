package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.tables.OnConnection;
import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Savepoints;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.video.VideoStore;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A unit of work that is open on the thread that began it. */
final class ActiveUnit implements Unit, Scope {

    private final Thread owner = Thread.currentThread();
    private final PostgresStores stores = new PostgresStores(this);
    private final Doom doom = new Doom();
    private final Savepoints<Savepoint> savepoints = new Savepoints<>();
    private final ConnectionSource source;
    private final UnitOptions options;
    private final Transaction transaction;
    private final WakesAfterCommit wakes;
    private final Runnable whenEnded;
    private final long begun = System.nanoTime();
    private boolean ended;

    ActiveUnit(ConnectionSource source, UnitOptions options, Bell bell, Runnable whenEnded) {
        this.source = source;
        this.options = options;
        this.whenEnded = whenEnded;
        this.wakes = new WakesAfterCommit(bell);
        this.transaction = Transaction.begin(source, options);
    }

    @Override
    public JobStore jobs() {
        return stores.jobs();
    }

    @Override
    public ClaimStore claims() {
        return stores.claims();
    }

    @Override
    public ChannelStore channels() {
        return stores.channels();
    }

    @Override
    public JournalStore journal() {
        return stores.journal();
    }

    @Override
    public VideoStore videos() {
        return stores.videos();
    }

    @Override
    public QualityStore qualities() {
        return stores.qualities();
    }

    @Override
    public AnalysisStore analysis() {
        return stores.analysis();
    }

    @Override
    public boolean inUnit() {
        return true;
    }

    @Override
    public <T extends @Nullable Object> T read(String name, Statements<T> statements) {
        requireUsable();
        try {
            requireTimeLeft();
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
        requireUsable();
        Savepoint savepoint = this.<Savepoint>read("savepoint", session -> transaction.savepoint());
        int outer = savepoints.enter();
        boolean kept = false;
        try {
            T value = work.apply(this);
            requireUsable();
            transaction.release(savepoint);
            kept = true;
            return value;
        } finally {
            savepoints.leave(outer);
            if (!kept && !ended) {
                undo(savepoint);
            }
        }
    }

    @Override
    public void savepoint(String name) {
        this.<Boolean>read("savepoint", session -> {
            String checked = Savepoints.checkName(name);
            savepoints.set(checked, transaction.savepoint());
            return true;
        });
    }

    @Override
    public void rollbackTo(String name) {
        requireOwnThread();
        requireNotEnded();
        source.requireOpen();
        try {
            Savepoint savepoint = savepoints.rollBackTo(name);
            transaction.rollbackTo(savepoint);
            doom.lift();
            requireTimeLeft();
        } catch (StoreException failure) {
            doom.by(failure);
            throw failure;
        }
    }

    @Override
    public void release(String name) {
        this.<Boolean>read("release savepoint", session -> {
            transaction.release(savepoints.release(name));
            return true;
        });
    }

    /** Runs work of an inner call: its failure is this unit's. */
    <T extends @Nullable Object, E extends Exception> T join(UnitOptions inner, Work<T, E> work) throws E {
        requireUsable();
        inner.requireFreshIn(options);
        if (inner.freshness() instanceof Freshness.After after) {
            requireOwn(after.token());
        }
        int outer = savepoints.enter();
        try {
            return work.apply(this);
        } catch (Throwable failure) {
            doom.by(failure);
            throw failure;
        } finally {
            savepoints.leave(outer);
        }
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
        requireUsable();
        try {
            if (writes && options.readOnly()) {
                throw readOnly(name);
            }
            requireTimeLeft();
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
        requireOwnThread();
        requireNotEnded();
        try {
            source.requireOpen();
            if (doom.sealed()) {
                throw doom.refusal(options.name());
            }
            requireTimeLeft();
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
        if (ended) {
            return;
        }
        requireOwnThread();
        try {
            transaction.rollback();
        } finally {
            end();
        }
    }

    boolean ended() {
        return ended;
    }

    /** The exception of the work goes on its way in any case; where even this fails, the unit is doomed. */
    private void undo(Savepoint savepoint) {
        doom.lift();
        try {
            transaction.rollbackTo(savepoint);
            transaction.release(savepoint);
        } catch (StoreException lost) {
            doom.by(lost);
        }
    }

    private void end() {
        ended = true;
        whenEnded.run();
    }

    private void requireUsable() {
        requireOwnThread();
        requireNotEnded();
        source.requireOpen();
        if (doom.sealed()) {
            throw doom.refusal(options.name());
        }
    }

    private void requireOwnThread() {
        if (Thread.currentThread() != owner) {
            throw new StoreOperationException(
                    options.name() + ": its stores belong to thread " + owner.getName() + " and were used on "
                            + Thread.currentThread().getName() + "; open a unit on this thread instead",
                    Repeat.USELESS,
                    null);
        }
    }

    private void requireNotEnded() {
        if (ended) {
            throw new StoreOperationException(
                    options.name() + ": the unit has ended, and its stores with it; use them inside only",
                    Repeat.USELESS,
                    null);
        }
    }

    private void requireTimeLeft() {
        Duration timeout = options.timeout();
        if (timeout == null) {
            return;
        }
        Duration left = timeout.minusNanos(System.nanoTime() - begun);
        if (left.isNegative() || left.isZero()) {
            throw new StoreTimeoutException(options.name() + ": it took longer than its " + timeout, null);
        }
        Duration most = source.statementTimeout();
        transaction.limitStatements(most.isZero() || left.compareTo(most) < 0 ? left : most);
    }
}
