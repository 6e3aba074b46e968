package dev.reelstore.application.worker;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Ends attempts that take too long. Only looks: what may block is done aside. For the timeouts thread alone. */
final class Timeouts implements Loop.Step {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Shifts shifts;
    private final Executor aside;

    Timeouts(Shifts shifts, Executor aside) {
        this.shifts = shifts;
        this.aside = aside;
    }

    @Override
    public Duration run() {
        Duration next = TICK;
        for (Attempt attempt : shifts.attempts()) {
            Duration left = attempt.timeLeft();
            if (left == null) {
                continue;
            }
            if (left.isZero()) {
                aside.execute(attempt::timeOut);
            } else if (left.compareTo(next) < 0) {
                next = left;
            }
        }
        return next;
    }
}
