package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StandingRequests;
import dev.reelstore.domain.unit.UnitOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each call is a unit of its own, or joins the one that is open on the calling thread. Safe from any thread. */
final class StandaloneScope implements Scope {

    private final ConnectionSource source;
    private final PostgresUnitOfWork units;
    private final Bell bell;
    private final StandingRequests requests;
    private final GatheredCreates creates;

    StandaloneScope(ConnectionSource source, PostgresUnitOfWork units, Bell bell) {
        this.source = source;
        this.units = units;
        this.bell = bell;
        this.requests = new StandingRequests(source::requireOpen);
        this.creates = new GatheredCreates(this, requests);
    }

    /** Whether workers may be woken after a commit. */
    boolean ringsLater() {
        return bell.ringsLater();
    }

    /** What workers of this process wait for. */
    StandingRequests requests() {
        return requests;
    }

    @Override
    public boolean inUnit() {
        return units.current() != null;
    }

    @Override
    public <T extends @Nullable Object> T read(String name, Statements<T> statements) {
        ActiveUnit unit = units.current();
        if (unit != null) {
            return unit.read(name, statements);
        }
        source.requireOpen();
        Transaction transaction = source.limitedByConnection()
                ? Transaction.forSingleStatements(source, name)
                : Transaction.begin(source, UnitOptions.named(name));
        try {
            return statements.on(transaction.session(true, Wakes.INSIDE));
        } catch (RuntimeException failed) {
            throw SqlFailures.of(name, failed);
        } finally {
            transaction.rollback();
        }
    }

    @Override
    public <T extends @Nullable Object> T write(String name, Statements<T> statements) {
        ActiveUnit unit = units.current();
        if (unit != null) {
            return unit.write(name, statements);
        }
        source.requireOpen();
        WakesAfterCommit wakes = new WakesAfterCommit(bell);
        Transaction transaction = Transaction.begin(source, UnitOptions.named(name));
        boolean committing = false;
        try {
            transaction.writes();
            T value = statements.on(transaction.session(true, wakes));
            committing = true;
            transaction.commit();
            wakes.committed();
            return value;
        } catch (RuntimeException failed) {
            throw SqlFailures.of(name, failed);
        } finally {
            if (!committing) {
                transaction.rollback();
            }
        }
    }

    @Override
    public <T extends @Nullable Object> T writeOnce(String name, Statements<T> statement) {
        if (inUnit() || !source.limitedByConnection()) {
            return this.<T>write(name, statement);
        }
        source.requireOpen();
        WakesAfterCommit wakes = new WakesAfterCommit(bell);
        Transaction transaction = Transaction.forSingleStatements(source, name);
        try {
            T value = statement.on(transaction.session(true, wakes));
            wakes.committed();
            return value;
        } catch (RuntimeException failed) {
            throw SqlFailures.whileCommitting(name, failed);
        } finally {
            transaction.end();
        }
    }

    @Override
    public LowWaterMarks marks() {
        return bell.marks();
    }

    @Override
    public Optional<CreatedJob> create(NewJob job) {
        return inUnit() ? Scope.super.create(job) : creates.create(job);
    }
}
