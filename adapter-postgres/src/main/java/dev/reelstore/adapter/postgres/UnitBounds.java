package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.unit.UnitOptions;
import java.time.Duration;

/** Where and how long a unit may be used: on the thread that began it, until its end, in its time, while nothing dooms it. */
final class UnitBounds {

    private final Thread owner = Thread.currentThread();
    private final long begun = System.nanoTime();
    private final ConnectionSource source;
    private final UnitOptions options;
    private final Doom doom;
    private boolean ended;

    UnitBounds(ConnectionSource source, UnitOptions options, Doom doom) {
        this.source = source;
        this.options = options;
        this.doom = doom;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    void requireUsable() {
        requireNotOver();
        source.requireOpen();
        if (doom.sealed()) {
            throw doom.refusal(options.name());
        }
    }

    /** On its thread, before its end; doomed or not. */
    void requireNotOver() {
        requireOwnThread();
        requireNotEnded();
    }

    void requireOwnThread() {
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

    /** Its statements have no more time than the unit has, which runs from before it got its connection. */
    void requireTimeLeft(Transaction transaction) {
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
