package dev.reelstore.testkit.history;

import dev.reelstore.domain.Persistence;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that do random things to the same few jobs at once, as workers and operators would, with claims that hold,
 * that are stale, and that were never given; the store's time moves between their calls. At the end one clears up alone. What each thread means to do
 * comes from the seed; how they meet does not.
 *
 * @param seed of all that is random
 * @param threads how many
 * @param operations of each
 * @param lease for how long claims hold
 */
public record Crowd(long seed, int threads, int operations, Duration lease) {

    private static final Duration DEADLINE = Duration.ofSeconds(100);

    /** Eight threads, with a hundred operations and leases of 30 seconds each. */
    public static Crowd of(long seed) {
        return new Crowd(seed, 8, 100, Duration.ofSeconds(30));
    }

    /** The same with so many operations for each thread. */
    public Crowd operations(int value) {
        return new Crowd(seed, threads, value, lease);
    }

    /** The same with leases of this length. */
    public Crowd lease(Duration value) {
        return new Crowd(seed, threads, operations, value);
    }

    /**
     * Lets it loose on an empty store.
     *
     * @return what it did
     * @throws AssertionError when a call failed in a way that a repeat would not mend, or did not end
     */
    public History run(Fixture fixture) {
        HistoryRecorder recorder = HistoryRecorder.inMemory("crowd");
        Persistence store = recorder.recording(fixture.persistence());
        Scene scene = new Scene(store, lease, () -> fixture.advance(lease.plusSeconds(1)));
        letLooseOn(scene);
        new CrowdMember(scene, seed).clearUp();
        return recorder.history();
    }

    /**
     * Lets it loose on a store that others use as well, and whose time it leaves alone: take a lease that runs out.
     *
     * @param recorded the store, recorded
     * @throws AssertionError as {@link #run} does
     */
    public void join(Persistence recorded) {
        letLooseOn(new Scene(recorded, lease, () -> {}));
    }

    private void letLooseOn(Scene scene) {
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
}
