package dev.reelstore.application.worker;

import dev.reelstore.domain.job.ClaimStore;
import java.time.Duration;

/** Keeps the leases of all shifts, and writes progress along with them. For the heartbeat thread alone. */
final class Pulse implements Loop.Step {

    /** How often it looks whether there is something to write. */
    static final Duration TICK = Duration.ofSeconds(1);

    private final ClaimStore claims;
    private final Shifts shifts;
    private final Runnable wake;
    private final Duration pause;

    /** @param wake called when a lease holds that did not before */
    Pulse(ClaimStore claims, Shifts shifts, WorkerSettings settings, Runnable wake) {
        this.claims = claims;
        this.shifts = shifts;
        this.wake = wake;
        this.pause = settings.heartbeat().compareTo(TICK) < 0 ? settings.heartbeat() : TICK;
    }

    @Override
    public Duration run() {
        for (Shift shift : shifts.all()) {
            boolean held = shift.fresh();
            shift.beatIfDue();
            if (!held && shift.fresh()) {
                wake.run();
            }
        }
        shifts.retireOld(claims);
        return pause;
    }
}
