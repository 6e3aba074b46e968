package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Of two workers the one that holds a job is frozen for three leases, so that the other takes the job; then it wakes and
 * settles as if nothing had been, before the other does, after it, or at the same time.
 *
 * @param jvm how both are started
 * @param pauses how often
 * @param random whence the order of events is drawn
 */
record PausedWorkers(Jvm jvm, int pauses, RandomGenerator random) {

    static final String DATABASE = "fire_paused";

    private static final Duration LEASE = Duration.ofMillis(200);
    private static final Duration TAKEOVER = LEASE.plus(WorkerMain.RESCUE).plusSeconds(5);
    private static final String QUEUE = "paused";

    /** How long it took until the other had the job. */
    List<Duration> run() throws Exception {
        TestDatabase database = Migrated.named(DATABASE);
        Trail trail = Trail.open(database);
        List<String> jobs = new ArrayList<>();
        List<Duration> takeovers = new ArrayList<>();
        try (PostgresPersistence store = Migrated.open(database);
                Child left = jvm.start(database, WorkerMain.class);
                Child right = jvm.start(database, WorkerMain.class)) {
            left.tell("work", QUEUE, LEASE.toMillis());
            right.tell("work", QUEUE, LEASE.toMillis());
            left.await("ready");
            right.await("ready");
            for (int i = 0; i < pauses; i++) {
                Target target = new Target("film", "n" + i);
                String job = store.jobs()
                        .create(NewJob.of(Handling.WAITS, target).queue(QUEUE).maxAttempts(1_000))
                        .id()
                        .toString();
                jobs.add(job);
                takeovers.add(new Pause(job, left, right, trail).run());
            }
        }
        trail.check(jobs);
        return takeovers;
    }

    private final class Pause {

        private final String job;
        private final List<Child> both;
        private final Trail trail;
        private final Set<String> released = new HashSet<>();

        Pause(String job, Child left, Child right, Trail trail) {
            this.job = job;
            this.both = List.of(left, right);
            this.trail = trail;
        }

        Duration run() throws Exception {
            Child holder = awaitHolder();
            String claim = job + " " + last(holder.said("began " + job));
            long frozen = System.nanoTime();
            holder.freeze();
            Child other = both.get(holder == both.get(0) ? 1 : 0);
            other.await("began " + job, TAKEOVER);
            Duration takeover = Duration.ofNanos(System.nanoTime() - frozen);
            Thread.sleep(Math.max(0, LEASE.multipliedBy(3).minus(takeover).toMillis()));
            switch (random.nextInt(3)) {
                case 0 -> {
                    holder.thaw();
                    holder.await("stopped " + claim + " LEASE_LOST");
                    go(holder);
                    letTheOthersEnd();
                }
                case 1 -> {
                    go(other);
                    other.await("settled " + job);
                    go(holder);
                    holder.thaw();
                }
                default -> {
                    go(holder);
                    holder.thaw();
                    holder.await("settled " + claim);
                    go(other);
                }
            }
            assertThat(holder.await("settled " + claim))
                    .as("a claim that was lost meanwhile")
                    .isEqualTo("STALE");
            letTheOthersEnd();
            return takeover;
        }

        private Child awaitHolder() throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                for (Child each : both) {
                    if (!each.said("began " + job).isEmpty()) {
                        return each;
                    }
                }
                Thread.sleep(2);
            }
            throw new AssertionError("nobody takes job " + job);
        }

        /** On a busy machine a lease as short as this may run out by itself: whoever takes the job then may go on. */
        private void letTheOthersEnd() throws Exception {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!trail.ask("SELECT job_id FROM reelstore.job_live WHERE job_id = '" + job + "'")
                    .isEmpty()) {
                assertThat(System.nanoTime()).as("job " + job + " ends").isLessThan(deadline);
                both.forEach(this::go);
                Thread.sleep(5);
            }
        }

        private void go(Child child) {
            for (String fence : child.said("began " + job)) {
                if (released.add(child.pid() + " " + fence)) {
                    child.tell("go", job, fence);
                }
            }
        }
    }

    private static String last(List<String> all) {
        return all.get(all.size() - 1);
    }
}
