package dev.reelstore.domain.job;

import java.time.Instant;
import java.util.Set;

/**
 * The store's answer to a heartbeat.
 *
 * @param leaseUntil until when the worker's claims hold now, in the store's time
 * @param lost those of the claims named in the request that are stale
 */
public record Heartbeat(Instant leaseUntil, Set<Claim> lost) {

    /** Keeps a copy of the set. */
    public Heartbeat {
        lost = Set.copyOf(lost);
    }
}
