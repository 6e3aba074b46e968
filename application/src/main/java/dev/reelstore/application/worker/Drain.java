package dev.reelstore.application.worker;

import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off what is due, one job after the other in the calling thread, with a lease of its own. */
final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final RetryingPersistence store;
    private final Handlers handlers;
    private final Shift shift;
    private final BooleanSupplier stopped;
    private final Set<JobId> ran = new HashSet<>();

    Drain(RetryingPersistence store, WorkerSettings settings, Handlers handlers, BooleanSupplier stopped) {
        this.store = store;
        this.handlers = handlers;
        this.shift = new Shift(store, settings, handlers.duty(), Runnable::run, Company.NONE);
        this.stopped = stopped;
    }

    Shift shift() {
        return shift;
    }

    /** @return how many jobs were run */
    int run() {
        boolean whole = false;
        try {
            store.claims().rescue();
            while (!stopped.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                List<Claim> claims = claim();
                if (claims.isEmpty()) {
                    break;
                }
                work(claims.get(0));
            }
            whole = true;
            return ran.size();
        } finally {
            retire(whole);
        }
    }

    private List<Claim> claim() {
        shift.beatQuietly();
        long sentAt = System.nanoTime();
        List<Claim> claims = store.claims().claim(shift.request(1));
        shift.opened(sentAt);
        return claims;
    }

    /** A job that is due again at once waits for the next drain: it is held, and given back at the end of this one. */
    private void work(Claim claim) {
        if (!ran.add(claim.jobId())) {
            return;
        }
        Attempt attempt = shift.begin(claim, handlers.of(claim.job().type()), this::reported);
        if (stopped.getAsBoolean()) {
            attempt.stop(StopReason.SHUTDOWN);
        }
        try {
            attempt.begin();
            new AttemptRun(attempt, returned -> false).run();
        } finally {
            shift.attempts().remove(attempt);
        }
    }

    /** There is no other thread that would care for the time. */
    private void reported(Attempt attempt) {
        if (!store.plain().unitOfWork().active()) {
            attempt.endIfOverdue();
            shift.beatQuietly();
        }
    }

    private void retire(boolean whole) {
        try {
            shift.retire(store.claims());
        } catch (StoreException failure) {
            if (whole) {
                throw failure;
            }
            LOG.warn("The lease of a failed drain could not be ended and will run out: {}", failure.getMessage());
        }
    }
}
