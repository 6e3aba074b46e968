package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Handover;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While a worker waits, it lets creates of its own process hand it their jobs, one at a time: while one does, the worker
 * claims nothing else, so that it never has more than it has room for. Safe from any thread.
 */
final class Standby {

    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private final Handover handover;
    private final BiConsumer<Shift, Claim> dispatch;
    private final BooleanSupplier idle;
    private final Runnable wake;
    private boolean ended;
    private boolean refused;
    private Handover.@Nullable Standing standing;

    /**
     * @param dispatch gets the jobs
     * @param idle whether a handler waits for a job
     * @param wake lets the worker claim by itself
     */
    Standby(Handover handover, BiConsumer<Shift, Claim> dispatch, BooleanSupplier idle, Runnable wake) {
        this.handover = handover;
        this.dispatch = dispatch;
        this.idle = idle;
        this.wake = wake;
    }

    /** Leaves a request, unless one is left already or nobody waits for a job. */
    synchronized void leave(Shift shift) {
        if (!ended && standing == null && shift.fresh() && !shift.inDoubt() && idle.getAsBoolean()) {
            try {
                standing = handover.leave(shift.request(1), new Answer(shift));
            } catch (StoreException closed) {
                LOG.debug("no job will be handed over: {}", closed.getMessage());
            }
        }
    }

    /** Takes it back; false while a create is just answering it, after which the worker is woken. */
    synchronized boolean withdraw() {
        if (standing != null && standing.withdraw()) {
            standing = null;
        }
        refused = standing != null;
        return !refused;
    }

    /** Leaves no more. */
    synchronized void end() {
        ended = true;
        withdraw();
    }

    /** Waits for a create that is just answering, but not longer than this. */
    synchronized void awaitAnswer(Duration most) throws InterruptedException {
        TimeLimit limit = new TimeLimit(most, System.nanoTime());
        Duration left = most;
        while (standing != null && !left.isZero()) {
            TimeUnit.NANOSECONDS.timedWait(this, left.toNanos());
            left = limit.left(System.nanoTime());
        }
    }

    /** Whether the worker wanted to claim meanwhile. */
    private synchronized boolean answered() {
        standing = null;
        notifyAll();
        return refused;
    }

    private final class Answer implements Handover.Taker {

        private final Shift shift;

        private Answer(Shift shift) {
            this.shift = shift;
        }

        @Override
        public void take(List<Claim> claims) {
            boolean all = false;
            try {
                claims.forEach(claim -> dispatch.accept(shift, claim));
                all = true;
            } catch (RuntimeException | Error failed) {
                LOG.warn("A job that was handed over could not be begun: {}", failed.toString());
            }
            if (all) {
                over(!claims.isEmpty());
            } else {
                doubt();
            }
        }

        @Override
        public void doubt() {
            shift.doubt();
            over(false);
        }

        private void over(boolean well) {
            boolean wanted = answered();
            if (well && !wanted) {
                leave(shift);
            } else {
                wake.run();
            }
        }
    }
}
