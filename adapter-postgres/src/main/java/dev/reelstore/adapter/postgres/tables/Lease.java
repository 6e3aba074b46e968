package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;

/** For how long, and to which thread, a connection is lent. */
final class Lease {

    private final Thread thread = Thread.currentThread();
    private volatile boolean ended;

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    void require() {
        if (ended) {
            throw refusal("the connection was lent for the work it was given to, and that has ended");
        }
        if (Thread.currentThread() != thread) {
            throw refusal("the connection was lent to thread " + thread.getName() + " and is used on "
                    + Thread.currentThread().getName());
        }
    }

    static StoreOperationException refusal(String why) {
        return new StoreOperationException(why, Repeat.USELESS, null);
    }
}
