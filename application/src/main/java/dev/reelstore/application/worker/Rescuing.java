package dev.reelstore.application.worker;

import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Rescue;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frees the jobs of workers that died, whatever their queue and type. For the rescuing thread alone. */
final class Rescuing implements Loop.Step {

    private static final Logger LOG = LoggerFactory.getLogger(Rescuing.class);

    private final ClaimStore claims;
    private final Duration longest;
    private final Runnable wake;

    /** @param wake called when jobs became free */
    Rescuing(ClaimStore claims, WorkerSettings settings, Runnable wake) {
        this.claims = claims;
        this.longest = settings.rescue();
        this.wake = wake;
    }

    @Override
    public Duration run() {
        Rescue rescued = claims.rescue();
        if (rescued.requeued() + rescued.failed() > 0) {
            LOG.info(
                    "Rescued from workers that died: {} jobs to be tried again, {} failed at their last attempt",
                    rescued.requeued(),
                    rescued.failed());
            wake.run();
        }
        long half = longest.toNanos() / 2;
        return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
