package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.unit.UnitOptions;
import org.jspecify.annotations.Nullable;

/** Each call is a unit of its own, or joins the one that is open on the calling thread. Safe from any thread. */
final class StandaloneScope implements Scope {

    private final ConnectionSource source;
    private final PostgresUnitOfWork units;

    StandaloneScope(ConnectionSource source, PostgresUnitOfWork units) {
        this.source = source;
        this.units = units;
    }

    @Override
    public <T extends @Nullable Object> T read(String name, Statements<T> statements) {
        ActiveUnit unit = units.current();
        if (unit != null) {
            return unit.read(name, statements);
        }
        source.requireOpen();
        Transaction transaction = source.limitedByConnection()
                ? Transaction.forOneRead(source, name)
                : Transaction.begin(source, UnitOptions.named(name));
        try {
            return statements.on(transaction.session(true));
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
        Transaction transaction = Transaction.begin(source, UnitOptions.named(name));
        boolean committing = false;
        try {
            T value = statements.on(transaction.session(true));
            committing = true;
            transaction.commit();
            return value;
        } catch (RuntimeException failed) {
            throw SqlFailures.of(name, failed);
        } finally {
            if (!committing) {
                transaction.rollback();
            }
        }
    }
}
