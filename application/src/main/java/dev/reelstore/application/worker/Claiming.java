package dev.reelstore.application.worker;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/** Claims as many jobs at once as there is room for. For the claiming thread alone. */
final class Claiming implements Loop.Step {

    private final ClaimStore claims;
    private final WorkerSettings settings;
    private final Shifts shifts;
    private final Hint hint;
    private final IntSupplier returned;
    private final BiConsumer<Shift, Claim> dispatch;
    private final Runnable wake;
    private final Standby standby;
    private final BatchSize most = new BatchSize();
    private Duration pause;
    private volatile boolean full;

    /**
     * @param returned how many attempts in flight need no handler any more
     * @param wake lets this run soon
     */
    Claiming(
            Persistence store,
            WorkerSettings settings,
            Shifts shifts,
            Hint hint,
            IntSupplier returned,
            BiConsumer<Shift, Claim> dispatch,
            Runnable wake) {
        this.claims = store.claims();
        this.settings = settings;
        this.shifts = shifts;
        this.hint = hint;
        this.returned = returned;
        this.dispatch = dispatch;
        this.wake = wake;
        this.standby = new Standby(store.handover(), dispatch, this::idle, wake);
        this.pause = settings.pollMin();
    }

    @Override
    public Duration run() {
        hint.listen();
        Shift shift = shifts.current();
        full = true;
        int room = room();
        if (!worth(room)) {
            return settings.pollMax();
        }
        full = false;
        if (!shift.fresh() || !standby.withdraw()) {
            return settings.pollMax();
        }
        int limit = most.of(room);
        List<Claim> claimed = claim(shift, limit);
        most.fitted(claimed.size());
        dispatch(shift, claimed);
        if (claimed.size() == limit) {
            pause = settings.pollMin();
            return Duration.ZERO;
        }
        standby.leave(shift);
        return claimed.isEmpty() ? longerPause() : reset();
    }

    /** An attempt has ended, and left room. Safe from any thread. */
    void roomAgain(Shift shift) {
        if (!full) {
            standby.leave(shift);
        } else if (worth(room())) {
            wake.run();
        }
    }

    /** Takes no more; {@link #run} must not be called again. Safe from any thread. */
    void end() {
        standby.end();
    }

    /** After the end: waits for a job that is just handed over, but not longer than this. */
    void awaitLast(Duration most) throws InterruptedException {
        standby.awaitAnswer(most);
    }

    private boolean idle() {
        return settings.concurrency() - shifts.inFlight() + returned.getAsInt() > 0;
    }

    private int room() {
        return settings.concurrency() + settings.prefetch() - shifts.inFlight() + returned.getAsInt();
    }

    /** What was fetched ahead is worked off to the half before more is fetched: a claim costs the same for one as for many. */
    private boolean worth(int room) {
        return room > settings.prefetch() / 2;
    }

    private List<Claim> claim(Shift shift, int limit) {
        try {
            return claims.claim(shift.request(limit));
        } catch (Throwable failed) {
            if (!(failed instanceof StoreException) || failed instanceof OutcomeUnknownException) {
                shift.doubt();
            }
            most.failed(limit, failed);
            throw failed;
        }
    }

    /** A claim that could not be handed over is known to nobody. */
    private void dispatch(Shift shift, List<Claim> claimed) {
        boolean all = false;
        try {
            claimed.forEach(claim -> dispatch.accept(shift, claim));
            all = true;
        } finally {
            if (!all) {
                shift.doubt();
            }
        }
    }

    private Duration reset() {
        pause = settings.pollMin();
        return pause;
    }

    /** Drawn, so that the polls of many processes spread. */
    private Duration longerPause() {
        long nanos = pause.toNanos();
        pause = Duration.ofNanos(Math.min(nanos * 2, settings.pollMax().toNanos()));
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
    }
}
