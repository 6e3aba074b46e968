package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;

/**
 * The two locks of a job: its row, which whoever writes it holds, and its tenure, which whoever gives it to another
 * worker or ends it holds too. A unit under a claim holds the tenure alone, so that progress may be reported beside it.
 * The tenure comes first, or two units would wait for each other.
 */
final class JobLocks {

    private JobLocks() {}

    /** Keeps a job with who has it. */
    static void lockTenure(Overlay overlay, JobId id) {
        overlay.lock(LockKey.tenure(id));
    }

    /** Before a job is changed. */
    static void lock(Overlay overlay, JobId id) {
        overlay.lock(LockKey.tenure(id));
        overlay.lock(LockKey.job(id));
    }

    /** As {@link #lock}, or false where another holds either. */
    static boolean tryLock(Overlay overlay, JobId id) {
        return overlay.tryLock(LockKey.tenure(id)) && overlay.tryLock(LockKey.job(id));
    }

    /** Before the stages of a job are written. A unit of several calls may go on to settle it, and takes both at once. */
    static void lockStages(Overlay overlay, JobId id) {
        if (overlay.ofOneCall()) {
            overlay.lock(LockKey.job(id));
        } else {
            lock(overlay, id);
        }
    }

    /** As {@link #lockStages}, or false where another holds what it takes. */
    static boolean tryLockStages(Overlay overlay, JobId id) {
        return overlay.ofOneCall() ? overlay.tryLock(LockKey.job(id)) : tryLock(overlay, id);
    }
}
