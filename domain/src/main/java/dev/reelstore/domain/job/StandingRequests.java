package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The requests that were left with a store, for an adapter to keep. Safe from any thread. */
public final class StandingRequests implements Handover {

    private final Queue<StandingRequest> standing = new ConcurrentLinkedQueue<>();
    private final Runnable checkOpen;

    /**
     * None yet.
     *
     * @param checkOpen throws where the store takes no requests any more
     */
    public StandingRequests(Runnable checkOpen) {
        this.checkOpen = Check.present("checkOpen", checkOpen);
    }

    @Override
    public Standing leave(ClaimRequest request, Taker taker) {
        checkOpen.run();
        StandingRequest left =
                new StandingRequest(Check.present("claim request", request), Check.present("taker", taker));
        standing.add(left);
        return () -> standing.remove(left);
    }

    /** The oldest that a create of this job is to answer, which stands no longer; empty where there is none. */
    public Optional<StandingRequest> take(NewJob job) {
        if (job.runAt() != null) {
            return Optional.empty();
        }
        for (StandingRequest request : standing) {
            if (request.covers(job) && standing.remove(request)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }
}
