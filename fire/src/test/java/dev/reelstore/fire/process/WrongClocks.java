package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Three workers, of which one's clock is an hour behind and one's an hour ahead: who lives keeps its jobs, the jobs of the
 * dead are taken up in time, and nothing begins before it is due.
 *
 * @param jvm how they are started
 */
record WrongClocks(Jvm jvm) {

    static final String DATABASE = "fire_clocks";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration TAKEOVER = LEASE.plus(WorkerMain.RESCUE).plusSeconds(5);
    private static final String WHERE_ALL_WORK = "all";

    /** How long each takeover took. */
    List<Duration> run() throws Exception {
        TestDatabase database = Migrated.named(DATABASE);
        Trail trail = Trail.open(database);
        List<String> jobs = new ArrayList<>();
        List<Duration> takeovers = new ArrayList<>();
        try (PostgresPersistence store = Migrated.open(database);
                Child behind = start(database, HOUR.negated());
                Child right = start(database, Duration.ZERO);
                Child ahead = start(database, HOUR)) {
            List<Child> wrong = List.of(behind, ahead);
            Stream.of(behind, right, ahead).forEach(each -> each.tell("work", WHERE_ALL_WORK, LEASE.toMillis()));

            List<String> held = new ArrayList<>();
            for (Child each : wrong) {
                held.add(hold(each, jobs));
            }
            jobs.addAll(deferred(store));
            Thread.sleep(LEASE.multipliedBy(3).toMillis());
            for (int i = 0; i < wrong.size(); i++) {
                wrong.get(i).tell("go", held.get(i));
                assertThat(wrong.get(i).await("settled " + held.get(i)))
                        .as("a living worker's claim")
                        .isEqualTo("DONE");
            }
            for (Child each : wrong) {
                takeovers.add(killHolding(each, right, jobs));
            }
            awaitEnd(trail);
        }
        trail.check(jobs);
        assertThat(trail.ask("SELECT job_id FROM reelstore.job_end WHERE started_at < run_at"))
                .as("begun before they were due")
                .isEmpty();
        assertThat(trail.ask("SELECT job_id FROM reelstore.job_end"
                        + " WHERE fence = 1 AND started_at - run_at > interval '5 seconds'"))
                .as("begun long after they were due")
                .isEmpty();
        return takeovers;
    }

    private Child start(TestDatabase database, Duration by) throws Exception {
        Child child = SkewedClock.in(jvm, by).start(database, WorkerMain.class);
        child.await("ready");
        child.tell("clock");
        long now = System.currentTimeMillis();
        for (String said : child.await("clock ").split(" ")) {
            assertThat(Long.parseLong(said) - now)
                    .as("the clock of " + child)
                    .isCloseTo(by.toMillis(), within(30_000L));
        }
        return child;
    }

    /** Takes a job that only this one can take, and keeps it until it is told to go. */
    private static String hold(Child worker, List<String> jobs) {
        String queue = "own-" + worker.pid();
        worker.tell("work", queue, LEASE.toMillis());
        int before = worker.said("created ").size();
        worker.tell("create", queue, Handling.WAITS);
        while (worker.said("created ").size() == before) {
            Thread.onSpinWait();
        }
        String job = worker.said("created ").get(before);
        jobs.add(job);
        return job + " " + worker.await("began " + job, TAKEOVER);
    }

    private static List<String> deferred(PostgresPersistence store) {
        Instant due = store.now().plusSeconds(2);
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            NewJob job = NewJob.of(i % 3 == 0 ? Handling.FAILS : Handling.WORKS, new Target("film", "later" + i));
            jobs.add(store.jobs()
                    .create(job.queue(WHERE_ALL_WORK).runAt(due.plusMillis(i * 50L)))
                    .id()
                    .toString());
        }
        return jobs;
    }

    private static Duration killHolding(Child victim, Child heir, List<String> jobs) {
        String claim = hold(victim, jobs);
        String job = claim.substring(0, claim.indexOf(' '));
        heir.tell("work", "own-" + victim.pid(), LEASE.toMillis());
        victim.kill();
        long killed = System.nanoTime();
        String fence = heir.await("began " + job, TAKEOVER);
        Duration takeover = Duration.ofNanos(System.nanoTime() - killed);
        heir.tell("go", job, fence);
        return takeover;
    }

    private static void awaitEnd(Trail trail) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!trail.ask("SELECT job_id FROM reelstore.job_live").isEmpty()) {
            assertThat(System.nanoTime()).as("all jobs end").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
