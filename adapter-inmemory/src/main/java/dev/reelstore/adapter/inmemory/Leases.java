package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How workers keep their claims, and lose them. */
final class Leases {

    private Leases() {}

    static Heartbeat renew(Overlay overlay, HeartbeatRequest request) {
        overlay.lock(LockKey.lease(request.worker()));
        Row.Lease before = overlay.lease(request.worker());
        Duty duty = request.duty() != null || before == null ? request.duty() : before.duty();
        Row.Lease lease = new Row.Lease(request.worker(), overlay.now().plus(request.lease()), duty);
        overlay.put(lease);
        Set<Claim> lost = new HashSet<>();
        for (HeartbeatRequest.Report report : request.reports()) {
            if (!keep(overlay, Check.present("report", report))) {
                lost.add(report.claim());
            }
        }
        for (Claim claim : request.held()) {
            if (Guard.find(overlay, claim) == null) {
                lost.add(claim);
            }
        }
        return new Heartbeat(lease.until(), lost);
    }

    /** @return whether the claim holds */
    private static boolean keep(Overlay overlay, HeartbeatRequest.Report report) {
        Claim claim = Check.present("reported claim", report.claim());
        Check.present("reported progress", report.progress());
        // A unit that writes stages itself may hold them for long; a sign of life must not wait for that.
        boolean free = JobLocks.tryLockStages(overlay, claim.jobId());
        JobRow row = Guard.find(overlay, claim);
        if (row != null && free) {
            overlay.put(StageList.progressed(row, report.progress(), overlay.now()));
        }
        return row != null;
    }

    static Rescue rescue(Overlay overlay) {
        int requeued = 0;
        int failed = 0;
        for (WorkerId worker : suspects(overlay)) {
            overlay.lock(LockKey.lease(worker));
            Row.Lease lease = overlay.lease(worker);
            Instant now = overlay.now();
            if (lease != null && lease.holdsAt(now)) {
                continue;
            }
            for (JobRow row : lockHeld(overlay, worker)) {
                String reason = "lease of its worker ran out during attempt " + row.attempt();
                overlay.put(row.lastAttempt() ? row.failed(reason, now) : row.requeued(row.runAt(), reason));
                failed += row.lastAttempt() ? 1 : 0;
                requeued += row.lastAttempt() ? 0 : 1;
            }
            overlay.put(new Row.LeaseGone(worker));
        }
        return new Rescue(requeued, failed);
    }

    static int retire(Overlay overlay, WorkerId worker) {
        overlay.lock(LockKey.lease(worker));
        List<JobRow> held = lockHeld(overlay, worker);
        held.forEach(row -> overlay.put(row.released()));
        overlay.put(new Row.LeaseGone(worker));
        return held.size();
    }

    /** Workers whose lease has run out, and those that hold jobs without any. */
    private static Set<WorkerId> suspects(Overlay overlay) {
        State seen = overlay.view();
        Instant now = overlay.now();
        Set<WorkerId> suspects = new TreeSet<>();
        for (Row.Lease lease : seen.leases().ascending(any -> true)) {
            if (!lease.holdsAt(now)) {
                suspects.add(lease.key());
            }
        }
        WorkerId holder = seen.jobs().workerAfter(null);
        while (holder != null) {
            if (seen.lease(holder) == null) {
                suspects.add(holder);
            }
            holder = seen.jobs().workerAfter(holder);
        }
        return suspects;
    }

    /** Locks the jobs that a worker holds, in the order of their ids; what was settled meanwhile is left out. */
    private static List<JobRow> lockHeld(Overlay overlay, WorkerId worker) {
        List<JobId> ids = new ArrayList<>();
        for (JobRow row : overlay.view().jobs().runningFrom(worker)) {
            if (!row.heldBy(worker)) {
                break;
            }
            ids.add(row.id());
        }
        List<JobRow> held = new ArrayList<>();
        for (JobId id : ids) {
            JobLocks.lock(overlay, id);
            JobRow row = overlay.job(id);
            if (row != null && row.heldBy(worker)) {
                held.add(row);
            }
        }
        return held;
    }
}
