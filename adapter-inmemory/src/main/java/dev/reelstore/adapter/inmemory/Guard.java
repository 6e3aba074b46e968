package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobId;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tells whether a claim still holds. */
final class Guard {

    private Guard() {}

    /**
     * The job of the claim once it is locked; null where the claim is stale.
     *
     * @param lock which of {@link JobLocks} to take
     */
    static @Nullable JobRow lock(Overlay overlay, Claim claim, BiConsumer<Overlay, JobId> lock) {
        // Where it is stale already it stays so: nothing to wait for.
        if (find(overlay, claim) == null) {
            return null;
        }
        lock.accept(overlay, claim.jobId());
        return find(overlay, claim);
    }

    /** The job of the claim; null where the claim is stale. */
    static @Nullable JobRow find(Overlay overlay, Claim claim) {
        JobRow row = overlay.job(claim.jobId());
        return row != null && row.heldUnder(claim) ? row : null;
    }
}
