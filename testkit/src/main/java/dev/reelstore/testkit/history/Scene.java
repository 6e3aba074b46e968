package dev.reelstore.testkit.history;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobId;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What the members of a crowd share. Safe from any thread. */
final class Scene {

    private final Persistence store;
    private final Duration lease;
    private final Runnable jump;
    private final ReadWriteLock time = new ReentrantReadWriteLock();
    private final Recent<JobId> jobs = new Recent<>(5);
    private final Recent<Claim> claims = new Recent<>(10);

    /** @param jump moves the store's time on, so that all leases run out */
    Scene(Persistence store, Duration lease, Runnable jump) {
        this.store = store;
        this.lease = lease;
        this.jump = jump;
    }

    Persistence store() {
        return store;
    }

    Duration lease() {
        return lease;
    }

    Recent<JobId> jobs() {
        return jobs;
    }

    Recent<Claim> claims() {
        return claims;
    }

    /** Runs a call while time runs on as it does, and does not jump. */
    void during(Runnable call) {
        time.readLock().lock();
        try {
            call.run();
        } finally {
            time.readLock().unlock();
        }
    }

    /** Lets all leases run out. */
    void jump() {
        time.writeLock().lock();
        try {
            jump.run();
        } finally {
            time.writeLock().unlock();
        }
    }
}
