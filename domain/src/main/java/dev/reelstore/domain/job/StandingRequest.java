package dev.reelstore.domain.job;

import dev.reelstore.domain.job.Handover.Taker;
import java.util.List;

/**
 * A request that a create has taken upon itself to answer: it must call exactly one of the two methods, after its commit.
 */
public final class StandingRequest {

    private final ClaimRequest claims;
    private final Taker taker;

    StandingRequest(ClaimRequest claims, Taker taker) {
        this.claims = claims;
        this.taker = taker;
    }

    /** What to claim. */
    public ClaimRequest claims() {
        return claims;
    }

    /** These were claimed, or none. */
    public void answer(List<Claim> claimed) {
        tell(() -> taker.take(claimed));
    }

    /** Nobody knows whether anything was claimed. */
    public void doubt() {
        tell(taker::doubt);
    }

    /** The commit has happened: what a taker does wrong is not the creator's failure. */
    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException broken) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, broken);
        }
    }

    boolean covers(NewJob job) {
        return claims.queue().equals(job.queue()) && claims.types().contains(job.type());
    }
}
