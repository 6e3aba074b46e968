package dev.reelstore.application.worker;

import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A started worker: its threads, and how they end. Safe from any thread. */
final class Crew {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    /** How long a stop waits for a claim that is under way, whatever its own deadline. */
    private static final Duration LAST_CLAIM = Duration.ofSeconds(2);

    private final RetryingPersistence store;
    private final Handlers handlers;
    private final Shifts shifts;
    private final Hint hint;
    private final ExecutorService pool;
    private final Claiming claims;
    private final Completing completing;
    private final Loop claiming;
    private final Loop pulse;
    private final Loop rescue;
    private final Loop timeouts;
    private final Object ends = new Object();
    private volatile boolean stopping;

    Crew(RetryingPersistence store, WorkerSettings settings, Handlers handlers) {
        String queue = handlers.queue();
        ClaimStore plain = store.plain().claims();
        ExecutorService aside = WorkerThreads.aside(queue);
        this.store = store;
        this.handlers = handlers;
        this.completing = new Completing(queue, store.plain().unitOfWork(), this::ended);
        this.shifts = new Shifts(store, settings, handlers.duty(), aside, completing);
        this.pool = WorkerThreads.handlers(queue, settings);
        this.hint = new Hint(store.signals(), queue, this::wake);
        this.claims =
                new Claiming(store.plain(), settings, shifts, hint, completing::waiting, this::dispatch, this::wake);
        this.claiming = new Loop(queue, "claiming", claims, settings.pollMax(), false);
        this.pulse = new Loop(queue, "heartbeat", new Pulse(plain, shifts, settings, this::wake), Pulse.TICK, true);
        this.rescue = new Loop(queue, "rescue", new Rescuing(plain, settings, this::wake), settings.rescue(), true);
        this.timeouts = new Loop(queue, "timeouts", new Timeouts(shifts, aside), Pulse.TICK, true);
    }

    void start() {
        pulse.start();
        completing.start();
        claiming.start();
        rescue.start();
        timeouts.start();
    }

    /** Claims no more and tells the handlers; returns at once. */
    void beginStop() {
        stopping = true;
        claiming.end();
        claims.end();
        rescue.end();
        shifts.attempts().forEach(attempt -> attempt.stop(StopReason.SHUTDOWN));
    }

    /**
     * Waits for the handlers, then gives back what they hold. Heartbeats go on until then.
     *
     * @return whether all ended in time
     */
    boolean finish(TimeLimit limit) {
        boolean ended = awaitEnds(limit);
        if (!ended) {
            LOG.warn(
                    "Worker on queue '{}' stops while {} handlers are busy; their jobs are given back",
                    handlers.queue(),
                    shifts.inFlight());
        }
        hint.close();
        pulse.end();
        timeouts.end();
        awaitLastClaim();
        shifts.all().forEach(this::retire);
        completing.end();
        pool.shutdown();
        return ended;
    }

    private void wake() {
        claiming.wake();
    }

    private void dispatch(Shift shift, Claim claim) {
        Attempt attempt = shift.begin(claim, handlers.of(claim.job().type()), reported -> {});
        if (stopping) {
            attempt.stop(StopReason.SHUTDOWN);
        }
        try {
            pool.execute(() -> work(attempt));
        } catch (Throwable noThread) {
            // The worker has ended meanwhile, or the process is out of threads: the job is not to stay with us.
            attempt.stop(StopReason.SHUTDOWN);
            work(attempt);
            if (!stopping) {
                throw noThread;
            }
        }
    }

    private void work(Attempt attempt) {
        boolean settled = true;
        try {
            attempt.begin();
            if (attempt.timeLeft() != null) {
                timeouts.wake();
            }
            settled = new AttemptRun(attempt, completing::takes).run();
        } catch (Throwable unsettled) {
            attempt.unsettled(unsettled);
        } finally {
            if (settled) {
                ended(attempt);
            } else {
                claims.roomAgain(attempt.shift());
            }
        }
    }

    private void ended(Attempt attempt) {
        attempt.shift().attempts().remove(attempt);
        if (stopping) {
            synchronized (ends) {
                ends.notifyAll();
            }
        }
        claims.roomAgain(attempt.shift());
    }

    private boolean awaitEnds(TimeLimit limit) {
        try {
            claiming.join(limit.left(System.nanoTime()));
            synchronized (ends) {
                Duration left = limit.left(System.nanoTime());
                while (shifts.inFlight() > 0 && !left.isZero()) {
                    TimeUnit.NANOSECONDS.timedWait(ends, left.toNanos());
                    left = limit.left(System.nanoTime());
                }
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return shifts.inFlight() == 0;
    }

    /** It could take a job right after everything was given back, and keep it until the lease runs out. */
    private void awaitLastClaim() {
        try {
            claiming.join(LAST_CLAIM);
            claims.awaitLast(LAST_CLAIM);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void retire(Shift shift) {
        try {
            shift.retire(store.claims());
        } catch (StoreException failure) {
            LOG.warn(
                    "Worker on queue '{}' could not end its lease, which will run out: {}",
                    handlers.queue(),
                    failure.getMessage());
        }
    }
}
