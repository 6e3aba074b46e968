package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ibatis.exceptions.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the workers of all processes. A NOTIFY is quickest inside the transaction that made jobs due, but lets no other
 * such transaction commit meanwhile: so only the first for a while is sent there, and what follows closely is told
 * together, after the commits, on a connection of its own for a moment. Safe from any thread.
 */
final class Bell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long IDLE_SECONDS = 5;

    private final ConnectionSource source;
    private final LowWaterMarks marks = new LowWaterMarks();
    private final Set<String> queues = new HashSet<>();
    private final AtomicLong rung = new AtomicLong(System.nanoTime() - QUIET_NANOS);
    private final ScheduledThreadPoolExecutor ringer;

    Bell(ConnectionSource source) {
        this.source = source;
        this.ringer = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "reelstore-bell");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        ringer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        ringer.allowCoreThreadTimeOut(true);
        ringer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Not to a DataSource of the caller's, which is asked for connections only while the caller waits for an answer. */
    boolean ringsLater() {
        return source.ownPool();
    }

    /**
     * Whether it was quiet, so that a transaction may ring by itself; then it no longer is. Where it cannot ring later it is
     * always quiet.
     */
    boolean quiet() {
        if (!ringsLater()) {
            return true;
        }
        long now = System.nanoTime();
        long last = rung.get();
        return now - last >= QUIET_NANOS && rung.compareAndSet(last, now);
    }

    /** What claims of this process go by, which hear of its own jobs at once. */
    LowWaterMarks marks() {
        return marks;
    }

    /** Rings soon for queues whose jobs were committed. */
    void ring(Collection<String> named) {
        synchronized (queues) {
            boolean first = queues.isEmpty();
            queues.addAll(named);
            if (first && !queues.isEmpty()) {
                ringer.schedule(this::ringNow, QUIET_NANOS, TimeUnit.NANOSECONDS);
            }
        }
    }

    private void ringNow() {
        Set<String> named;
        synchronized (queues) {
            named = Set.copyOf(queues);
            queues.clear();
        }
        if (named.isEmpty() || source.closed()) {
            return;
        }
        rung.set(System.nanoTime());
        try {
            Transaction transaction = Transaction.forSingleStatements(source, "wake workers");
            try {
                transaction.session(true, Wakes.INSIDE).store().wakeAside(named);
            } finally {
                transaction.rollback();
            }
        } catch (StoreException | PersistenceException missed) {
            LOG.debug("workers were not woken, and find the jobs at their next poll: {}", missed.toString());
        }
    }

    /** Rings for what is still to be told, and then no more. */
    @Override
    public void close() {
        ringer.shutdown();
        ringNow();
    }
}
