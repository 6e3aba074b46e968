package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.exceptions.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server what became of a transaction whose connection was lost while it was committing. */
final class CommitInDoubt {

    private static final Logger LOG = LoggerFactory.getLogger(CommitInDoubt.class);

    /** Longer than HikariCP trusts a connection that was in use. */
    private static final long UNSEEN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String COMMITTED = "committed";
    private static final String ABORTED = "aborted";

    private final String name;
    private final CommitMark mark;
    private final OutcomeUnknownException doubt;

    CommitInDoubt(String name, CommitMark mark, OutcomeUnknownException doubt) {
        this.name = name;
        this.mark = mark;
        this.doubt = doubt;
    }

    /**
     * Returns where it was committed.
     *
     * @throws StoreConnectionException when nothing was committed, so that it may be done again
     * @throws OutcomeUnknownException when that cannot be known
     */
    void resolve(ConnectionSource source) {
        switch (found(source)) {
            case COMMITTED -> LOG.info("{}: the connection was lost while committing; it was committed", name);
            case ABORTED ->
                throw new StoreConnectionException(
                        name + ": the connection was lost while committing; the server says that nothing was committed",
                        doubt);
            default -> throw doubt;
        }
    }

    /**
     * What the server says, or nothing it knows for certain. What ended one connection often ended others, and a pool hands
     * out, unseen, those that were in use a moment ago: each of them costs one more try. Where none can be had, there is
     * nobody to ask.
     */
    private String found(ConnectionSource source) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return ask(source);
            } catch (StoreException | PersistenceException failed) {
                boolean dead = failed instanceof PersistenceException
                        && SqlFailures.of(name, failed) instanceof StoreConnectionException;
                if (!dead || System.nanoTime() - begin > UNSEEN_NANOS) {
                    LOG.warn("{}: whether it was committed could not be looked up: {}", name, failed.toString());
                    return "unknown";
                }
            }
        }
    }

    private String ask(ConnectionSource source) {
        Transaction transaction = Transaction.forSingleStatements(source, name + ", looking up its commit");
        try {
            StoreMapper store = transaction.session(true, Wakes.INSIDE).store();
            // The old process may not know yet that nobody is there, and commit after we asked.
            store.endProcess(mark);
            return String.valueOf(store.outcome(mark));
        } finally {
            transaction.end();
        }
    }
}
