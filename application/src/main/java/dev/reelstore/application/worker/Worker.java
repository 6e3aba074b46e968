package dev.reelstore.application.worker;

import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs of one queue and hands them to the handlers of their types; types without a handler are left to others.
 * Either {@link #start() started} once, with threads of its own, or {@link #drain() drained} any number of times in the
 * calling thread. Safe from any thread.
 *
 * <p>Threads are named {@code reelstore-worker-<queue>-…}. The one that claims keeps the process alive until the worker
 * is stopped; all others are daemons, so that a handler which never ends cannot keep a stopped process.
 */
public final class Worker implements AutoCloseable {

    /** How long {@link #close()} waits for handlers. */
    public static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final RetryingPersistence store;
    private final String queue;
    private final WorkerSettings settings;
    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private final Set<Shift> drains = ConcurrentHashMap.newKeySet();
    private @Nullable Crew crew;
    private volatile boolean stopped;

    /**
     * Made by {@code Reelstore.worker}, which also stops it.
     *
     * @param store where jobs are
     * @param queue the queue to take them from, 1 to 100 characters
     * @param settings how to work
     * @throws dev.reelstore.domain.failure.InvalidDataException when the queue breaks its rule
     */
    public Worker(RetryingPersistence store, String queue, WorkerSettings settings) {
        this.store = store;
        this.queue = Check.text("job queue", queue, 100);
        this.settings = settings;
    }

    /** As {@link #handle(String, RetryPolicy, JobHandler)} with {@link RetryPolicy#JOBS}. */
    public Worker handle(String type, JobHandler handler) {
        return handle(type, RetryPolicy.JOBS, handler);
    }

    /**
     * Hands jobs of this type to this handler.
     *
     * @param type the type, 1 to 200 characters; one handler each
     * @param retry the wait before each next attempt after a failed one, and how many there may be besides what the job
     *     itself allows; counted anew when a retry was asked for
     * @return this worker
     * @throws IllegalStateException when the type has a handler, or the worker is at work or stopped
     */
    public synchronized Worker handle(String type, RetryPolicy retry, JobHandler handler) {
        refuseWhen(crew != null || stopped || !drains.isEmpty(), "is at work or stopped: name handlers before");
        Registration registration = new Registration(Check.present("handler", handler), Check.present("retry", retry));
        refuseWhen(
                registrations.putIfAbsent(Check.text("job type", type, 200), registration) != null,
                "has a handler for '" + type + "' already: there is one for each type");
        return this;
    }

    /**
     * Begins to work on threads of its own, and returns at once, also when the store is away.
     *
     * @return this worker
     * @throws IllegalStateException when it has no handler, or was started or stopped before
     */
    public synchronized Worker start() {
        refuseWhen(crew != null, "is started already");
        refuseWhen(stopped, "was stopped: make a new one");
        Crew started = new Crew(store, settings, handlers());
        crew = started;
        started.start();
        LOG.info(
                "Worker on queue '{}' started for {}: {} handlers at once on {} threads",
                queue,
                registrations.keySet(),
                settings.concurrency(),
                settings.threads());
        return this;
    }

    /**
     * Works in this thread, without another one and without a wait, until nothing is due: rescues, then runs one job
     * after the other in the order of their claims. A job runs at most once in a drain: one that failed, or that is due
     * again at once, waits for the next. Time limits are looked at when a handler reports progress and when it returns.
     *
     * @return how many jobs ran, whatever became of them
     * @throws IllegalStateException when it has no handler, is started or was stopped, or this thread has a unit of work
     *     open
     * @throws dev.reelstore.domain.failure.StoreException when the store fails; what was claimed is given back
     */
    public int drain() {
        Drain drain = newDrain();
        try {
            return drain.run();
        } finally {
            ended(drain);
        }
    }

    /**
     * Ends its work: claims no more, tells all handlers SHUTDOWN at once, and waits for them; they may settle as usual.
     * The jobs of those that are not back by the deadline, or that threw, are given back for others to take at once, and
     * their attempts do not count. More than once is harmless. A handler that calls this waits for itself in vain.
     *
     * @param within how long to wait for handlers; an interrupt cuts it short
     * @return whether all handlers were back in time
     */
    public boolean stop(Duration within) {
        TimeLimit limit = new TimeLimit(Check.duration("deadline", within), System.nanoTime());
        beginStop();
        return finish(limit);
    }

    /** Stops with {@link #CLOSE_WITHIN} as the deadline. */
    @Override
    public void close() {
        stop(CLOSE_WITHIN);
    }

    @Override
    public String toString() {
        return "worker on queue '" + queue + "'";
    }

    /** Tells all handlers; returns at once. */
    void beginStop() {
        Crew started;
        synchronized (this) {
            stopped = true;
            started = crew;
        }
        for (Shift drain : drains) {
            drain.attempts().forEach(attempt -> attempt.stop(StopReason.SHUTDOWN));
        }
        if (started != null) {
            started.beginStop();
        }
    }

    /** Waits for all handlers; see {@link #stop}. */
    boolean finish(TimeLimit limit) {
        Crew started;
        synchronized (this) {
            started = crew;
        }
        boolean crewEnded = started == null || started.finish(limit);
        return drainsEnded(limit) && crewEnded;
    }

    private synchronized Drain newDrain() {
        refuseWhen(crew != null, "is started and works by itself: drain() is for one that is not");
        refuseWhen(stopped, "was stopped: make a new one");
        refuseWhen(
                store.plain().unitOfWork().active(),
                "cannot drain inside a unit of work, which its claims would join: end the unit first");
        Drain drain = new Drain(store, settings, handlers(), () -> stopped);
        drains.add(drain.shift());
        return drain;
    }

    private synchronized void ended(Drain drain) {
        drains.remove(drain.shift());
        notifyAll();
    }

    private synchronized boolean drainsEnded(TimeLimit limit) {
        try {
            Duration left = limit.left(System.nanoTime());
            while (!drains.isEmpty() && !left.isZero()) {
                TimeUnit.NANOSECONDS.timedWait(this, left.toNanos());
                left = limit.left(System.nanoTime());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return drains.isEmpty();
    }

    private Handlers handlers() {
        return new Handlers(queue, registrations);
    }

    private void refuseWhen(boolean refused, String why) {
        if (refused) {
            throw new IllegalStateException(this + " " + why);
        }
    }
}
