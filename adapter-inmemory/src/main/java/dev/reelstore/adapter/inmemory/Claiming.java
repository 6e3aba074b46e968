package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.WorkerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How workers take jobs. */
final class Claiming {

    private Claiming() {}

    static List<Claim> claim(Overlay overlay, ClaimRequest request) {
        Instant now = overlay.now();
        ensureLease(overlay, request, now);
        List<JobRow> taken = take(overlay, request, now);
        taken.sort(JobRow.BY_TURN);
        return taken.stream().map(row -> toClaim(overlay, row)).toList();
    }

    /** The same for a worker that has a lease which holds, and is not just changing it in another thread; else nothing. */
    static List<Claim> claimUnderLease(Overlay overlay, ClaimRequest request) {
        boolean still = overlay.tryLock(LockKey.lease(request.worker()));
        return still && leaseHolds(overlay, request.worker(), overlay.now()) ? claim(overlay, request) : List.of();
    }

    private static void ensureLease(Overlay overlay, ClaimRequest request, Instant now) {
        WorkerId worker = request.worker();
        if (!leaseHolds(overlay, worker, now)) {
            overlay.lock(LockKey.lease(worker));
            if (!leaseHolds(overlay, worker, now)) {
                overlay.put(new Row.Lease(worker, now.plus(request.lease()), request.duty()));
            }
        }
    }

    private static boolean leaseHolds(Overlay overlay, WorkerId worker, Instant now) {
        Row.Lease lease = overlay.lease(worker);
        return lease != null && lease.holdsAt(now);
    }

    private static List<JobRow> take(Overlay overlay, ClaimRequest request, Instant now) {
        List<JobRow> taken = new ArrayList<>();
        JobRow.Hold by = new JobRow.Hold(request.worker(), Tokens.next());
        DueJobs due = new DueJobs(overlay.view().jobs(), request, now);
        JobRow seen = due.next();
        while (seen != null && taken.size() < request.limit()) {
            if (JobLocks.tryLock(overlay, seen.id())) {
                JobRow row = overlay.job(seen.id());
                if (row != null && row.dueAt(now)) {
                    JobRow claimed = row.claimed(by, now);
                    overlay.put(claimed);
                    taken.add(claimed);
                }
            }
            seen = due.next();
        }
        return taken;
    }

    private static Claim toClaim(Overlay overlay, JobRow row) {
        JobRow.Hold hold = row.held();
        return new Claim(overlay.toJob(row), hold.worker(), row.fence(), hold.token());
    }
}
