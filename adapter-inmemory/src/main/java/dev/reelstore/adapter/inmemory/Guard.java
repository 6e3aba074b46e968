package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Claim;
import org.jspecify.annotations.Nullable;

/** Tells whether a claim still holds. */
final class Guard {

    private Guard() {}

    /** Locks the job, so that nobody takes it away before the unit ends; null where the claim is stale. */
    static @Nullable JobRow lock(Overlay overlay, Claim claim) {
        // Where it is stale already it stays so: nothing to wait for.
        if (find(overlay, claim) == null) {
            return null;
        }
        overlay.lock(LockKey.job(claim.jobId()));
        return find(overlay, claim);
    }

    /** The job of the claim; null where the claim is stale. */
    static @Nullable JobRow find(Overlay overlay, Claim claim) {
        JobRow row = overlay.job(claim.jobId());
        return row != null && row.heldUnder(claim) ? row : null;
    }
}
