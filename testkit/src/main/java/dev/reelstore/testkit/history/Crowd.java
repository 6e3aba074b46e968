package dev.reelstore.testkit.history;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Threads that do random things to the same few jobs at once, as workers and operators would, with claims that hold,
 * that are stale, and that were never given; the store's time moves between their calls. At the end one clears up alone. What each thread means to do
 * comes from the seed; how they meet does not.
 *
 * @param seed of all that is random
 * @param threads how many
 * @param operations of each
 */
public record Crowd(long seed, int threads, int operations) {

    /** How long the leases are that the crowd asks for. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration DEADLINE = Duration.ofSeconds(100);

    /** Eight threads. */
    public static Crowd of(long seed) {
        return new Crowd(seed, 8, 100);
    }

    /** The same with so many operations for each thread. */
    public Crowd operations(int value) {
        return new Crowd(seed, threads, value);
    }

    /**
     * Lets it loose on an empty store.
     *
     * @return what it did
     * @throws AssertionError when a call failed in a way that a repeat would not mend, or did not end
     */
    public History run(Fixture fixture) {
        HistoryRecorder recorder = HistoryRecorder.inMemory("crowd");
        Scene scene = new Scene(fixture, recorder.recording(fixture.persistence()));
        List<FutureTask<Boolean>> members = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            CrowdMember member = new CrowdMember(scene, seed * 1_000 + number);
            FutureTask<Boolean> task = new FutureTask<>(() -> member.run(operations), true);
            Thread thread = new Thread(task, Integer.toString(number));
            thread.setDaemon(true);
            thread.start();
            members.add(task);
        }
        members.forEach(this::await);
        new CrowdMember(scene, seed).clearUp();
        return recorder.history();
    }

    private void await(FutureTask<Boolean> member) {
        try {
            member.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("a member of " + this + " failed", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a crowd was at work", interrupted);
        }
    }

    /** What the members share. */
    static final class Scene {

        private final Fixture fixture;
        private final Persistence store;
        private final ReadWriteLock time = new ReentrantReadWriteLock();
        private final Recent<JobId> jobs = new Recent<>(5);
        private final Recent<Claim> claims = new Recent<>(10);

        Scene(Fixture fixture, Persistence store) {
            this.fixture = fixture;
            this.store = store;
        }

        Persistence store() {
            return store;
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
                fixture.advance(LEASE.plusSeconds(1));
            } finally {
                time.writeLock().unlock();
            }
        }
    }
}
